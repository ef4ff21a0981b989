package org.domainfirmware.emulator.cpu.x87;

/** What operands that are not ordinary numbers do to an instruction (SDM vol. 1, 4.8.3.5 and 8.5.1). */
final class OperandRules {

    private final Rounder out;

    OperandRules(Rounder out) {
        this.out = out;
    }

    /** Handles unsupported encodings and NaNs of a two-operand instruction; true if that settled the result. */
    boolean settlesBinary(int aSe, long aSig, int bSe, long bSig) {
        if (Extended.isUnsupported(aSe, aSig) || Extended.isUnsupported(bSe, bSig)) {
            out.invalid();
            return true;
        }
        boolean aNaN = Extended.isNaN(aSe, aSig);
        boolean bNaN = Extended.isNaN(bSe, bSig);
        if (!aNaN && !bNaN) {
            return false;
        }
        propagate(aSe, aSig, aNaN, bSe, bSig, bNaN);
        return true;
    }

    /** The same for one operand. */
    boolean settlesUnary(int aSe, long aSig) {
        if (Extended.isUnsupported(aSe, aSig)) {
            out.invalid();
            return true;
        }
        if (!Extended.isNaN(aSe, aSig)) {
            return false;
        }
        quiet(aSe, aSig);
        return true;
    }

    /** Adds DE for a denormal operand. */
    void noteDenormal(int aSe, long aSig) {
        if (Extended.isDenormal(aSe, aSig)) {
            out.flags |= Rounder.DE;
        }
    }

    private void quiet(int se, long sig) {
        if ((sig & Extended.QUIET_BIT) == 0) {
            out.flags |= Rounder.IE;
        }
        out.set(se, sig | Extended.QUIET_BIT);
    }

    /** SDM vol. 1, table 4-7, column of the x87: a quiet NaN wins over a signalling one, else the larger significand. */
    private void propagate(int aSe, long aSig, boolean aNaN, int bSe, long bSig, boolean bNaN) {
        boolean aSignals = aNaN && (aSig & Extended.QUIET_BIT) == 0;
        boolean bSignals = bNaN && (bSig & Extended.QUIET_BIT) == 0;
        if (aSignals || bSignals) {
            out.flags |= Rounder.IE;
        }
        boolean takeA;
        if (!bNaN) {
            takeA = true;
        } else if (!aNaN) {
            takeA = false;
        } else if (aSignals != bSignals) {
            takeA = bSignals;
        } else {
            int order = Long.compareUnsigned(aSig, bSig);
            takeA = order != 0 ? order > 0 : aSe < bSe;
        }
        if (takeA) {
            out.set(aSe, aSig | Extended.QUIET_BIT);
        } else {
            out.set(bSe, bSig | Extended.QUIET_BIT);
        }
    }
}
