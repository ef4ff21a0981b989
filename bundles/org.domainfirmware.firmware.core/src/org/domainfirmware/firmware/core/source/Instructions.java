package org.domainfirmware.firmware.core.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Words of x86 assembly (Intel SDM volume 2): mnemonics, registers, and directives of the assemblers. */
public final class Instructions {
    private static final Set<String> MNEMONICS = words("""
            aaa aad aam aas adc add and arpl bound bsf bsr bswap bt btc btr bts call callf cbw cdq cdqe clc cld cli clts cmc
            cmova cmovae cmovb cmovbe cmovc cmove cmovg cmovge cmovl cmovle cmovna cmovnc cmovne cmovno cmovnp cmovns cmovnz cmovo cmovp cmovs cmovz
            cmp cmps cmpsb cmpsd cmpsw cmpxchg cmpxchg8b cpuid cwd cwde daa das dec div enter f2xm1 fabs fadd faddp fbld fbstp fchs fclex fcom fcomp
            fcompp fcos fdecstp fdiv fdivp fdivr fdivrp ffree fiadd ficom ficomp fidiv fidivr fild fimul fincstp finit fist fistp fisub fisubr fld fld1
            fldcw fldenv fldl2e fldl2t fldlg2 fldln2 fldpi fldz fmul fmulp fnclex fninit fnop fnsave fnstcw fnstenv fnstsw fpatan fprem fprem1 fptan
            frndint frstor fsave fscale fsin fsincos fsqrt fst fstcw fstenv fstp fstsw fsub fsubp fsubr fsubrp ftst fucom fucomp fucompp fwait fxam fxch
            fxtract fyl2x fyl2xp1 hlt idiv imul in inc ins insb insd insw int int3 into invd invlpg iret iretd iretw ja jae jb jbe jc jcxz je jecxz jg
            jge jl jle jmp jmpf jna jnae jnb jnbe jnc jne jng jnge jnl jnle jno jnp jns jnz jo jp jpe jpo js jz lahf lar lcall lds lea leave les lfs lgdt
            lgs lidt ljmp lldt lmsw lock lods lodsb lodsd lodsw loop loope loopne loopnz loopz lret lsl lss ltr mov movs movsb movsd movsw movsx movzx
            mul neg nop not or out outs outsb outsd outsw pause pop popa popad popf popfd push pusha pushad pushf pushfd rcl rcr rdmsr rdpmc rdtsc rep
            repe repne repnz repz ret retf retn rol ror rsm sahf sal sar sbb scas scasb scasd scasw seta setae setb setbe setc sete setg setge setl setle
            setna setnc setne setno setnp setns setnz seto setp sets setz sgdt shl shld shr shrd sidt sldt smsw stc std sti stos stosb stosd stosw str
            sub syscall sysenter sysexit sysret test ud2 verr verw wait wbinvd wrmsr xadd xchg xlat xlatb xor vmcall vmxon vmxoff vmlaunch vmresume vmread
            vmwrite vmclear vmptrld vmptrst""");
    private static final Set<String> REGISTERS = words("""
            al ah ax eax bl bh bx ebx cl ch cx ecx dl dh dx edx si esi di edi bp ebp sp esp ip eip cs ds es fs gs ss flags eflags
            cr0 cr2 cr3 cr4 dr0 dr1 dr2 dr3 dr6 dr7 tr gdtr idtr ldtr st st0 st1 st2 st3 st4 st5 st6 st7""");
    private static final Set<String> DIRECTIVES = words("""
            align bits byte common cpu data db dd default dq dt dw dword end endif entry equ even export extern extrn far global globl group if
            ifdef ifndef else import include incbin istruc iend endstruc loc macro endm near offset org ptr public qword resb resd resq resw section
            segment short struc text times tword use16 use32 word bss""");
    /** Suffixes by which AT&T syntax says the size of an operand. */
    private static final String SIZE_SUFFIXES = "bwlq";

    private Instructions() {
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split("\\s+")));
    }

    public static boolean isMnemonic(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        return MNEMONICS.contains(w);
    }

    /** In AT&T syntax, where movw is mov on words. */
    public static boolean isAttMnemonic(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        return MNEMONICS.contains(w)
                || w.length() > 2 && SIZE_SUFFIXES.indexOf(w.charAt(w.length() - 1)) >= 0 && MNEMONICS.contains(w.substring(0, w.length() - 1))
                || w.matches("mov[sz][bw][wlq]");
    }

    public static boolean isRegister(String word) {
        return REGISTERS.contains(word.toLowerCase(Locale.ROOT));
    }

    public static boolean isDirective(String word) {
        return DIRECTIVES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** All mnemonics in alphabetical order. */
    public static Set<String> mnemonics() {
        return new TreeSet<>(MNEMONICS);
    }
}
