/*
 * Writes x87 test vectors made by the processor this runs on (x86-64, its real x87) to standard output.
 *
 *   x87_vectors SEED COUNT basic|transcendental
 *
 * Each vector runs one instruction between FRSTOR and FNSAVE, so that the whole state before and after is known.
 * Record, 284 bytes, little-endian:
 *   0    1    opcode, D8h to DFh
 *   1    1    ModRM; below C0h the operand is the 32 bytes below
 *   2    1    CF, PF, ZF before, at their places in EFLAGS
 *   3    1    CF, PF, ZF after
 *   4    108  FNSAVE image before (32-bit protected-mode layout; pointers are zero)
 *   112  32   memory operand before
 *   144  108  FNSAVE image after (pointers are not meaningful)
 *   252  32   memory operand after
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

typedef struct __attribute__((packed)) {
    uint64_t significand;
    uint16_t sign_exponent;
} extended;

typedef struct __attribute__((packed)) {
    uint32_t control, status, tags, pointers[4];
    extended st[8];
} image;

typedef struct __attribute__((packed)) {
    uint8_t opcode, modrm, flags_before, flags_after;
    image before;
    uint8_t memory_before[32];
    image after;
    uint8_t memory_after[32];
} record;

static uint64_t random_state;

/* splitmix64 */
static uint64_t any(void)
{
    uint64_t z = random_state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static unsigned below(unsigned n)
{
    return any() % n;
}

/* 64 bits with long runs, few bits, or no pattern */
static uint64_t pattern(void)
{
    uint64_t v = any();
    switch (below(8)) {
    case 0: return 0;
    case 1: return ~0ull;
    case 2: return ~0ull << below(64);
    case 3: return ~0ull >> below(64);
    case 4: return 1ull << below(64);
    case 5: return v & any() & any();
    case 6: return (~0ull << below(64)) ^ (1ull << below(64));
    default: return v;
    }
}

static extended random_extended(int transcendental)
{
    extended v;
    uint16_t sign = below(2) << 15;
    v.significand = pattern() | 1ull << 63;
    switch (below(transcendental ? 14 : 24)) {
    case 0:                                   /* special exponents, any significand, unsupported ones too */
        v.sign_exponent = (below(2) ? 0x7FFF : 0) | sign;
        v.significand = pattern();
        break;
    case 1:                                   /* zero, infinity, one */
        v.significand = 1ull << 63;
        v.sign_exponent = below(2) ? 0x7FFF : 0x3FFF;
        if (below(3) == 0)
            v.significand = v.sign_exponent = 0;
        v.sign_exponent |= sign;
        break;
    case 2:                                   /* NaN */
        v.sign_exponent = 0x7FFF | sign;
        v.significand = (below(2) ? pattern() : below(4)) | (uint64_t) (2 + below(2)) << 62;
        break;
    case 3:                                   /* near the ends of the range */
        v.sign_exponent = (below(2) ? 1 + below(70) : 0x7FFE - below(70)) | sign;
        break;
    case 4:                                   /* anything */
        v.sign_exponent = any();
        if (below(8) == 0)
            v.significand &= ~(1ull << 63);
        break;
    case 5:                                   /* near the ends of single and double */
        v.sign_exponent = (0x3FFF + (below(2) ? 0x3FF : 0x7F) * (below(2) ? 1 : -1) + (int) below(60) - 30) | sign;
        break;
    case 6:                                   /* integers */
        v.significand = (uint64_t) (1 + below(1000));
        {
            int zeros = __builtin_clzll(v.significand);
            v.significand <<= zeros;
            v.sign_exponent = (0x3FFF + 63 - zeros) | sign;
        }
        break;
    case 7:                                   /* around the limits of the integer formats */
        v.sign_exponent = (0x3FFF + 13 + below(52)) | sign;
        break;
    case 8: case 9:                           /* short significands */
        v.significand = (any() | 1ull << 63) & ~0ull << (below(2) ? 40 : 11);
        v.sign_exponent = (0x3FFF - 20 + below(40)) | sign;
        break;
    case 10:                                  /* any size an argument can be reduced from; around pi times powers of two */
        if (transcendental) {
            v.sign_exponent = (0x3FFF + below(64)) | sign;
            if (below(2))
                v.significand = 0xC90FDAA22168C235ull + below(5) - 2;
            break;
        }
        /* fall through */
    default:
        v.sign_exponent = (0x3FFF - 70 + below(140)) | sign;
        if (transcendental)
            v.sign_exponent = (0x3FFF - 12 + below(16)) | sign;
    }
    return v;
}

static uint32_t random_single(void)
{
    uint32_t sign = below(2) << 31, fraction = pattern() & 0x7FFFFF;
    switch (below(6)) {
    case 0: return sign | fraction;
    case 1: return sign | 0x7F800000 | fraction;
    case 2: return any();
    default: return sign | (127 - 30 + below(60)) << 23 | fraction;
    }
}

static uint64_t random_double(void)
{
    uint64_t sign = (uint64_t) below(2) << 63, fraction = pattern() & 0xFFFFFFFFFFFFFull;
    switch (below(6)) {
    case 0: return sign | fraction;
    case 1: return sign | 0x7FFull << 52 | fraction;
    case 2: return any();
    default: return sign | (1023ull - 30 + below(60)) << 52 | fraction;
    }
}

static void random_memory(uint8_t *memory, int opcode, int operation)
{
    for (int i = 0; i < 4; i++) {
        uint64_t v = pattern();
        memcpy(memory + 8 * i, &v, 8);
    }
    if (opcode == 0xD8 || (opcode == 0xD9 && operation == 0)) {
        uint32_t v = random_single();
        memcpy(memory, &v, 4);
    } else if (opcode == 0xDC || (opcode == 0xDD && operation == 0)) {
        uint64_t v = random_double();
        memcpy(memory, &v, 8);
    } else if (opcode == 0xDB && operation == 5) {
        extended v = random_extended(0);
        memcpy(memory, &v, 10);
    } else if (opcode == 0xDF && operation == 4) {
        for (int i = 0; i < 9; i++)
            memory[i] = below(10) << 4 | below(10);
        memory[9] = below(2) << 7;
    } else if (opcode == 0xD9 && operation == 4) {
        uint32_t words[7] = { any(), any(), any(), 0, 0, 0, 0 };
        memcpy(memory, words, 28);
    } else if (opcode == 0xD9 && operation == 5) {
        uint16_t v = any();
        memcpy(memory, &v, 2);
    }
}

static void random_image(image *im, int transcendental)
{
    static const int precisions[] = { 3, 3, 3, 2, 2, 0, 0, 1 };
    unsigned masks = below(6) ? 0x3F : below(2) ? 0x3F & ~(1u << below(6)) : below(64);
    unsigned top = below(8), used;
    memset(im, 0, sizeof *im);
    im->control = 0xFFFF0000 | masks | 0x40 | precisions[below(8)] << 8 | below(4) << 10;
    im->status = 0xFFFF0000 | top << 11 | (below(16) << 8 & 0x700) | below(2) << 14 | (any() & masks & (below(2) ? 0x3F : 0));
    switch (below(16)) {
    case 0: used = 0xFF; break;
    case 1: used = any() & 0xFF; break;
    default: used = 0x7F;
    }
    im->tags = 0xFFFF0000;
    for (unsigned i = 0; i < 8; i++) {
        im->st[i] = random_extended(transcendental);
        if (!(used >> i & 1))
            im->tags |= 3u << 2 * ((top + i) & 7);
    }
    unsigned relation = below(6);
    if (relation == 0) {                      /* close exponents: cancellation, equality */
        im->st[1] = im->st[0];
        im->st[1].sign_exponent ^= below(2) << 15;
        if (below(2))
            im->st[1].sign_exponent += (int) below(5) - 2;
        if (below(2))
            im->st[1].significand += (int) below(5) - 2;
    } else if (relation == 1) {               /* exponents up to 130 apart, the same way round for all registers */
        im->st[1].sign_exponent = im->st[0].sign_exponent - below(130);
    }
    for (int i = 2; i < 8 && relation < 2; i++)
        im->st[i] = im->st[1];
}

static int is_basic(int opcode, int modrm)
{
    int operation = modrm >> 3 & 7, i = modrm & 7;
    if (modrm < 0xC0) {
        if (i != 7 || modrm >= 0x40)
            return 0;                         /* one addressing form: [rdi] */
        switch (opcode) {
        case 0xD9: return operation != 1;
        case 0xDB: return operation != 1 && operation != 4 && operation != 6;
        case 0xDD: return operation != 1 && operation != 4 && operation != 5 && operation != 6;
        case 0xDF: return operation != 1;
        default: return 1;
        }
    }
    switch (opcode) {
    case 0xD9:
        return modrm == 0xD0 || modrm < 0xD0 || (modrm >= 0xD8 && modrm <= 0xE1) || modrm == 0xE4 || modrm == 0xE5
            || (modrm >= 0xE8 && modrm <= 0xEE) || (modrm >= 0xF4 && modrm <= 0xF8) || modrm == 0xFA || modrm == 0xFC
            || modrm == 0xFD;
    case 0xDA: return modrm < 0xE0 || modrm == 0xE9;
    case 0xDB: return operation == 4 ? i < 5 : operation != 7;
    case 0xDD: return operation < 6;
    case 0xDE: return operation != 3 || i == 1;
    case 0xDF: return operation < 4 || operation == 5 || operation == 6;
    default: return 1;
    }
}

static int is_transcendental(int opcode, int modrm)
{
    return opcode == 0xD9 && ((modrm >= 0xF0 && modrm <= 0xF3) || modrm == 0xF9 || modrm == 0xFB || modrm >= 0xFE);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: x87_vectors SEED COUNT basic|transcendental\n");
        return 2;
    }
    random_state = strtoull(argv[1], 0, 0);
    long count = strtol(argv[2], 0, 0);
    int transcendental = argv[3][0] == 't';

    static int forms[2048];
    int form_count = 0;
    uint8_t *code = mmap(0, 2048 * 32, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (code == MAP_FAILED) {
        perror("mmap of code");
        return 1;
    }
    for (int n = 0; n < 2048; n++) {
        int opcode = 0xD8 + n / 256, modrm = n % 256;
        if (!(transcendental ? is_transcendental(opcode, modrm) : is_basic(opcode, modrm)))
            continue;
        forms[form_count++] = n;
        const uint8_t thunk[] = {
            0xDD, 0x26,                       /* frstor [rsi] */
            0x52, 0x9D,                       /* push rdx; popfq */
            opcode, modrm,                    /* the instruction, its operand at [rdi] */
            0x9C, 0x58,                       /* pushfq; pop rax */
            0xDD, 0x36,                       /* fnsave [rsi] */
            0xC3
        };
        memcpy(code + n * 32, thunk, sizeof thunk);
    }
    for (long k = 0; k < count; k++) {
        int n = forms[k % form_count];
        record r;
        memset(&r, 0, sizeof r);
        r.opcode = 0xD8 + n / 256;
        r.modrm = n % 256;
        r.flags_before = any() & 0x45;
        random_image(&r.before, transcendental);
        random_memory(r.memory_before, r.opcode, r.modrm >> 3 & 7);
        r.after = r.before;
        memcpy(r.memory_after, r.memory_before, sizeof r.memory_before);
        void *memory = r.memory_after, *state = &r.after;
        uint64_t flags = 0x202 | r.flags_before, result;
        /* below the red zone, as the thunk pushes */
        __asm__ volatile("sub $128, %%rsp\n\tcall *%[thunk]\n\tadd $128, %%rsp"
                         : "=a"(result), "+D"(memory), "+S"(state), "+d"(flags)
                         : [thunk] "r"(code + n * 32)
                         : "memory", "cc", "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)");
        r.flags_after = result & 0x45;
        if (fwrite(&r, sizeof r, 1, stdout) != 1)
            return 1;
    }
    return fflush(stdout) ? 1 : 0;
}
