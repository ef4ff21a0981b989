package org.domainfirmware.emulator.exec.alu;

import org.domainfirmware.emulator.exec.op.Address;
import org.domainfirmware.emulator.exec.op.Op;

/** Makes one operation's ops; sizes are in bytes: 1, 2, 4. */
interface AluForms {
    Op regReg(int size, int dst, int src);

    Op regImm(int size, int dst, int imm);

    Op regMem(int size, int dst, Address src);

    Op memReg(int size, Address dst, int src);

    Op memImm(int size, Address dst, int imm);
}
