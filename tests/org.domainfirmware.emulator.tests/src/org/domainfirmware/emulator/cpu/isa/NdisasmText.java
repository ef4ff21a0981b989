package org.domainfirmware.emulator.cpu.isa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ndisasm writes, brought to a form in which matters of taste are gone. */
final class NdisasmText {
    private static final Pattern NUMBER = Pattern.compile("([-+]?)0x([0-9a-f]+)");
    private static final Pattern TASTE =
            Pattern.compile("\\b(byte|word|dword|qword|tword|short|near|far|o16|o32|a16|a32|rep|repe|repne|repz|repnz|"
                    + "ds|es|ss|cs|fs|gs)\\b(?!:)");

    private NdisasmText() {
    }

    /** False where ndisasm knows only later or other readings of the bytes. */
    static boolean comparable(Instruction in) {
        int code = in.opcode.code();
        // Reg and mod fields that the hardware ignores are errors to ndisasm.
        if (code >= 0x190 && code <= 0x19F && in.reg() != 0 || code >= 0x120 && code <= 0x126 && in.modrm < 0xC0) {
            return false;
        }
        boolean wordToWord = (code == 0x1B7 || code == 0x1BF) && !in.op32;
        if (wordToWord) {
            return false;
        }
        // An operand-size prefix makes other instructions of FXSAVE and FXRSTOR for ndisasm; processors of our models ignore it.
        boolean fastState = in.opcode.mnemonic() == Mnemonic.FXSAVE || in.opcode.mnemonic() == Mnemonic.FXRSTOR;
        if (fastState && in.op32 != in.big) {
            return false;
        }
        return switch (in.opcode.mnemonic()) {
            // ndisasm spells these otherwise or reads a mandatory prefix into them.
            case NOP, INT1, SALC, UD1, UD2, FNENI, FNDISI, FNSETPM, FFREEP, XLATB, WAIT, BSWAP, FNOP -> false;
            default -> true;
        };
    }

    static boolean agree(String ours, String theirs) {
        String a = normal(ours);
        String b = normal(theirs);
        return a.equals(b);
    }

    private static String normal(String line) {
        String text = line.toLowerCase(Locale.ROOT).replaceAll("\\[d?word ", "[").replaceAll(":d?word ", ":");
        String mnemonic = "";
        List<String> rest = new ArrayList<>();
        for (String word : text.split("[ ,]+")) {
            boolean prefix = word.matches("o16|o32|a16|a32|rep|repe|repne|repz|repnz|lock|[cdefgs]s");
            if (mnemonic.isEmpty() && !prefix) {
                mnemonic = synonym(word);
            } else if (!mnemonic.isEmpty()) {
                rest.add(word);
            }
        }
        String operands = String.join(",", rest);
        boolean segmentOperand = mnemonic.matches("push|pop|mov");
        if (!segmentOperand) {
            operands = TASTE.matcher(operands).replaceAll("");
        } else {
            operands = operands.replaceAll("\\b(byte|word|dword|qword|tword|short|near|far)\\b", "");
        }
        operands = operands.replaceAll("^,+|(?<=,),+", "").replaceAll(",+", ",").replaceAll("^to,", "");
        if (mnemonic.startsWith("f")) {
            operands = operands.replaceAll("^(to,|to )", "").replaceAll("^st0,|,st0$", "");
        }
        if (mnemonic.startsWith("loop")) {
            operands = operands.replaceAll(",e?cx$", "");
        }
        if (mnemonic.equals("mov")) {
            operands = operands.replaceAll("^([cdefgs]s),e", "$1,").replaceAll("^e(..,[cdefgs]s)$", "$1");
        }
        if (mnemonic.equals("xchg")) {
            String[] both = operands.split(",");
            operands = both[0].compareTo(both[1]) < 0 ? operands : both[1] + "," + both[0];
        }
        return mnemonic + " " + numbers(operands);
    }

    private static String synonym(String mnemonic) {
        return switch (mnemonic) {
            case "jc", "jnae" -> "jb";
            case "jnc", "jnb" -> "jae";
            case "jz" -> "je";
            case "jnz" -> "jne";
            case "jna" -> "jbe";
            case "jnbe" -> "ja";
            case "jpe" -> "jp";
            case "jpo" -> "jnp";
            case "jnge" -> "jl";
            case "jnl" -> "jge";
            case "jng" -> "jle";
            case "jnle" -> "jg";
            case "retn", "retw", "retd", "retnw", "retnd" -> "ret";
            case "retfw", "retfd" -> "retf";
            case "pushad", "pushaw" -> "pusha";
            case "popad", "popaw" -> "popa";
            case "pushfd", "pushfw" -> "pushf";
            case "popfd", "popfw" -> "popf";
            case "iretd", "iretw" -> "iret";
            case "jecxz" -> "jcxz";
            case "loopz" -> "loope";
            case "loopnz" -> "loopne";
            case "sal" -> "shl";
            case "fwait" -> "wait";
            case "icebp" -> "int1";
            default -> {
                if (mnemonic.startsWith("set") || mnemonic.startsWith("cmov")) {
                    int at = mnemonic.startsWith("set") ? 3 : 4;
                    yield mnemonic.substring(0, at) + synonym("j" + mnemonic.substring(at));
                }
                yield mnemonic;
            }
        };
    }

    /** Every number as 32 bits with its sign applied; a displacement of 0 vanishes; 16-bit sign extensions are cut. */
    private static String numbers(String operands) {
        Matcher m = NUMBER.matcher(operands);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            long value = Long.parseLong(m.group(2), 16);
            int signed = (int) (m.group(1).equals("-") ? -value : value);
            String text = signed == 0 && operands.startsWith("]", m.end()) && !m.group(1).isEmpty() ? "" : "#" + Integer.toHexString(signed & 0xFFFF) + "#";
            m.appendReplacement(out, text);
        }
        m.appendTail(out);
        return out.toString().replace("*1", "").replace("nosplit", "").replace(" ", "");
    }
}
