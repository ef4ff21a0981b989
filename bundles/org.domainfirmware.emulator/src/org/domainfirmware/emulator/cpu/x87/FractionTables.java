package org.domainfirmware.emulator.cpu.x87;

/** Coefficients as 128-bit fractions, pairs of the upper and the lower 64 bits, rounded to nearest. */
final class FractionTables {

    private FractionTables() {
    }

    /** 1/(2k+3)!: sin x = x (1 - x^2 (c0 - x^2 (c1 - ...))). */
    static final long[] SINE = {
        0x2aaaaaaaaaaaaaaaL, 0xaaaaaaaaaaaaaaabL,
        0x0222222222222222L, 0x2222222222222222L,
        0x000d00d00d00d00dL, 0x00d00d00d00d00d0L,
        0x00002e3bc74aad8eL, 0x671f5583911ca003L,
        0x0000006b99159fd5L, 0x138e3f9d1f92e0dfL,
        0x00000000b092309dL, 0x43684be51c198e92L,
        0x0000000000d73f9fL, 0x399dc0f88ec32b58L,
        0x000000000000ca96L, 0x3b81856a53593029L,
        0x0000000000000097L, 0xa4da340a0ab92651L,
        0x0000000000000000L, 0x5c6e3bdb73d5c630L,
        0x0000000000000000L, 0x002ec368262c7034L,
        0x0000000000000000L, 0x000013f3ccdd1660L,
        0x0000000000000000L, 0x0000000746ac70b7L,
        0x0000000000000000L, 0x00000000024b3f31L,
    };

    /** 1/(2k+2)!: cos x = 1 - x^2 (c0 - x^2 (c1 - ...)). */
    static final long[] COSINE = {
        0x8000000000000000L, 0x0000000000000000L,
        0x0aaaaaaaaaaaaaaaL, 0xaaaaaaaaaaaaaaabL,
        0x005b05b05b05b05bL, 0x05b05b05b05b05b0L,
        0x0001a01a01a01a01L, 0xa01a01a01a01a01aL,
        0x0000049f93edde27L, 0xd71cbbc05b4fa99aL,
        0x00000008f76c77fcL, 0x6c4bdaa26d4c3d68L,
        0x000000000c9cba54L, 0x603e4e905d6f8a2fL,
        0x00000000000d73f9L, 0xf399dc0f88ec32b6L,
        0x0000000000000b41L, 0x3c31dcbecbbdd802L,
        0x0000000000000007L, 0x950ae900808941eaL,
        0x0000000000000000L, 0x04338e5b6dfe14a5L,
        0x0000000000000000L, 0x0001f2cf01972f57L,
        0x0000000000000000L, 0x000000c4742fe352L,
        0x0000000000000000L, 0x0000000042862899L,
        0x0000000000000000L, 0x000000000013932cL,
    };

    /** 1/(2k+3): atan x = x (1 - x^2 (c0 - x^2 (c1 - ...))), for x up to 1/64. */
    static final long[] ARCTANGENT = {
        0x5555555555555555L, 0x5555555555555555L,
        0x3333333333333333L, 0x3333333333333333L,
        0x2492492492492492L, 0x4924924924924925L,
        0x1c71c71c71c71c71L, 0xc71c71c71c71c71cL,
        0x1745d1745d1745d1L, 0x745d1745d1745d17L,
        0x13b13b13b13b13b1L, 0x3b13b13b13b13b14L,
        0x1111111111111111L, 0x1111111111111111L,
        0x0f0f0f0f0f0f0f0fL, 0x0f0f0f0f0f0f0f0fL,
        0x0d79435e50d79435L, 0xe50d79435e50d794L,
        0x0c30c30c30c30c30L, 0xc30c30c30c30c30cL,
    };

    /** atan(i/32), i = 0 to 32. */
    static final long[] ARCTANGENT_OF_32NDS = {
        0x0000000000000000L, 0x0000000000000000L,
        0x07ff556eea5d892aL, 0x13bcebbb6ed46311L,
        0x0ffaaddb967ef4e3L, 0x6cb2792dc0e2e0d5L,
        0x17ee182602f10e8cL, 0x126acfcf099f06cfL,
        0x1fd5ba9aac2f6dc6L, 0x5912f313e7d111dfL,
        0x27adddd18cc4d8b0L, 0xd1d8674940d83fa1L,
        0x2f72f6979cb6044dL, 0x1ec2d3e207271d22L,
        0x3721aea524c14408L, 0xbd88697072d54bc1L,
        0x3eb6ebf25901bac5L, 0x5b71e7bd7de885f9L,
        0x462fd68c2fc5e098L, 0x6523a458dfc414c7L,
        0x4d89dcdc1faf2f34L, 0xe2d5da4c693d7994L,
        0x54c2b6654735276dL, 0x4cdbfbbdfbecf461L,
        0x5bd86507937bc239L, 0xc55190916e7f2242L,
        0x62c934e5286c95b6L, 0xd0ba3748fa85146fL,
        0x6993bb0f308ff2dbL, 0x213e4af4800f389bL,
        0x7036d3253b27be33L, 0xe318f6cb3cc65c02L,
        0x76b19c1586ed3da2L, 0xb7f222f65e1d4682L,
        0x7d03742d50505f2eL, 0x33691e3eaee47661L,
        0x832bf4a6d9867e2aL, 0x4b6a09cb61a515c1L,
        0x892aecdfde9547b5L, 0x094478fc472b4afcL,
        0x8f005d5ef7f59f9bL, 0x5c835e1665c43748L,
        0x94ac72c9847186f6L, 0x18c4f393f78a32f9L,
        0x9a2f80e671bdda20L, 0x4226f8e2204ff3bdL,
        0x9f89fdc4f4b7a1ecL, 0xf8b492644f0701e0L,
        0xa4bc7d1934f70924L, 0x19a87f2a457dac9fL,
        0xa9c7abdc4830f5c8L, 0x916a84b5be7933f6L,
        0xaeac4c38b4d8c080L, 0x14725e2f3e52070aL,
        0xb36b31c91f043691L, 0x590141744462f93aL,
        0xb8053e2bc2319e73L, 0xcb2da55210a4443dL,
        0xbc7b5deae98af280L, 0xd4113006e80fb290L,
        0xc0ce85b8ac526640L, 0x89dd62c46e92fa25L,
        0xc4ffaffabf8fbd54L, 0x8cb43d10bc9e0221L,
        0xc90fdaa22168c234L, 0xc4c6628b80dc1cd1L,
    };

    /** 1/(2 ln 2 (2k+1)): log2((1+t)/(1-t)) = 4 t (c0 + t^2 (c1 + ...)). */
    static final long[] LOGARITHM = {
        0xb8aa3b295c17f0bbL, 0xbe87fed0691d3e89L,
        0x3d8e13b87407fae9L, 0x3f82aa45785f14d8L,
        0x24eed8a1df37fcf2L, 0x594e6629ae9f72e8L,
        0x1a61762a7aded93fL, 0x645c921dc5df9b38L,
        0x1484b13d7c02a8f8L, 0x6a80e36c7d7506f3L,
        0x10c9a84994022d28L, 0x5723a2cd20d41cf5L,
        0x0e347ab4698bb00eL, 0x711e274b1bc72c32L,
        0x0c4f9d8b4a67fefbL, 0x731a220de4dfd0f8L,
        0x0adcd64dba1f86a1L, 0xa1cbc3b1e810c771L,
        0x09b81e0fa687ff32L, 0x4d65793363d91e3dL,
        0x08cb27637e4a486aL, 0x76c98609ec9fde68L,
        0x080766bf04010a77L, 0x77969bc6475a50a2L,
        0x0762f8205fd7ff63L, 0xab76146ebc864a2eL,
        0x06d6e5bf29563852L, 0xce2af6797f270251L,
        0x065e2559b3ba3470L, 0x67ac69e3e05074eaL,
        0x05f4f9a67ed77b60L, 0xe51d294087851289L,
        0x05988d6ddc00b9b8L, 0x1d0be0ef0af15efcL,
        0x0546b13bb22c91d9L, 0x7a78ea05f45febd8L,
        0x04fdae926a45d612L, 0xe9794c1378766979L,
        0x04bc28e6cdd93aafL, 0x7b0a0d1909426411L,
        0x048107afd689f323L, 0xcc73b50b53bc07c5L,
        0x044b6695cc8f70c2L, 0xe0b5c4700271cbdfL,
    };

    /** 1/(2 (k+1)!): e^y - 1 = 2 y (c0 + y (c1 + ...)). */
    static final long[] EXPONENTIAL = {
        0x8000000000000000L, 0x0000000000000000L,
        0x4000000000000000L, 0x0000000000000000L,
        0x1555555555555555L, 0x5555555555555555L,
        0x0555555555555555L, 0x5555555555555555L,
        0x0111111111111111L, 0x1111111111111111L,
        0x002d82d82d82d82dL, 0x82d82d82d82d82d8L,
        0x0006806806806806L, 0x8068068068068068L,
        0x0000d00d00d00d00L, 0xd00d00d00d00d00dL,
        0x0000171de3a556c7L, 0x338faac1c88e5001L,
        0x0000024fc9f6ef13L, 0xeb8e5de02da7d4cdL,
        0x00000035cc8acfeaL, 0x89c71fce8fc97070L,
        0x000000047bb63bfeL, 0x3625ed5136a61eb4L,
        0x000000005849184eL, 0xa1b425f28e0cc749L,
        0x00000000064e5d2aL, 0x301f27482eb7c517L,
        0x00000000006b9fcfL, 0x9ccee07c476195acL,
        0x000000000006b9fcL, 0xf9ccee07c476195bL,
        0x000000000000654bL, 0x1dc0c2b529ac9814L,
        0x00000000000005a0L, 0x9e18ee5f65deec01L,
        0x000000000000004bL, 0xd26d1a05055c9328L,
        0x0000000000000003L, 0xca8574804044a0f5L,
        0x0000000000000000L, 0x2e371dedb9eae318L,
        0x0000000000000000L, 0x0219c72db6ff0a53L,
        0x0000000000000000L, 0x001761b41316381aL,
        0x0000000000000000L, 0x0000f96780cb97acL,
        0x0000000000000000L, 0x000009f9e66e8b30L,
        0x0000000000000000L, 0x000000623a17f1a9L,
        0x0000000000000000L, 0x00000003a356385cL,
        0x0000000000000000L, 0x000000002143144cL,
        0x0000000000000000L, 0x0000000001259f99L,
    };
}
