package org.domainfirmware.emulator.properties;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * As much of a class file as the properties need. Source: Java Virtual Machine Specification, chapter 4.
 *
 * @param name internal name
 * @param strings every Utf8 constant: class names, descriptors, signatures, texts
 * @param methods with the length of their code, 0 for none
 */
record ClassFile(String name, List<String> strings, List<Method> methods) {
    private static final int MAGIC = 0xCAFEBABE;

    /** A method by name and descriptor. */
    record Method(String name, int codeLength) { }

    static ClassFile of(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        in.readInt();
        String[] utf8 = new String[in.readUnsignedShort()];
        int[] classes = new int[utf8.length];
        readConstants(in, utf8, classes);
        in.readUnsignedShort();
        String name = utf8[classes[in.readUnsignedShort()]];
        in.readUnsignedShort();
        in.skipNBytes(2L * in.readUnsignedShort());
        readMembers(in, utf8);
        List<Method> methods = readMembers(in, utf8);
        List<String> strings = new ArrayList<>();
        for (String s : utf8) {
            if (s != null) {
                strings.add(s);
            }
        }
        return new ClassFile(name, strings, methods);
    }

    private static void readConstants(DataInputStream in, String[] utf8, int[] classes) throws IOException {
        for (int i = 1; i < utf8.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> utf8[i] = in.readUTF();
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.readInt();
                case 5, 6 -> {
                    in.readLong();
                    i++;
                }
                case 7 -> classes[i] = in.readUnsignedShort();
                case 8, 16, 19, 20 -> in.readUnsignedShort();
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("constant pool tag " + tag);
            }
        }
    }

    /** Fields or methods. */
    private static List<Method> readMembers(DataInputStream in, String[] utf8) throws IOException {
        List<Method> members = new ArrayList<>();
        for (int n = in.readUnsignedShort(); n > 0; n--) {
            in.readUnsignedShort();
            String name = utf8[in.readUnsignedShort()] + utf8[in.readUnsignedShort()];
            int code = 0;
            for (int a = in.readUnsignedShort(); a > 0; a--) {
                String attribute = utf8[in.readUnsignedShort()];
                int length = in.readInt();
                if (attribute.equals("Code")) {
                    in.readInt();
                    code = in.readInt();
                    in.skipNBytes(length - 8L);
                } else {
                    in.skipNBytes(length);
                }
            }
            members.add(new Method(name, code));
        }
        return members;
    }
}
