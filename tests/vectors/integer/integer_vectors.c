/*
 * Writes integer test vectors made by the processor this runs on to standard output.
 *
 *   gcc -m32 -O1 -ffreestanding -nostdlib -static -fno-pie -no-pie -fno-stack-protector
 *   integer_vectors SEED COUNT [bcd|shift|multiply|divide]     default: all
 *
 * 32-bit code, because DAA and its kind are gone from 64-bit mode; without a C library, because few hosts have a 32-bit one.
 * An instruction works on EAX, ECX, EDX, EBX and the arithmetic flags only. Record, 56 bytes, little-endian:
 *   0    1   length of the instruction, 1 to 11
 *   1    11  the instruction, for a 32-bit code segment
 *   12   4   bits of EFLAGS the SDM leaves undefined after it; bit 31: its result is undefined too
 *   16   20  EAX, ECX, EDX, EBX, EFLAGS before
 *   36   20  the same after; of EFLAGS only CF PF AF ZF SF OF count
 */
#include <stdint.h>

enum { CF = 1, PF = 4, AF = 0x10, ZF = 0x40, SF = 0x80, OF = 0x800, ARITHMETIC = 0x8D5, ALWAYS = 0x202 };
#define RESULT_UNDEFINED 0x80000000u
enum { EAX, ECX, EDX, EBX, EFLAGS };

typedef struct __attribute__((packed)) {
    uint8_t length, code[11];
    uint32_t undefined;
    uint32_t before[5], after[5];
} record;

static uint8_t page[4096] __attribute__((aligned(4096)));
static record buffer[512];
static uint64_t random_state;

static int system_call(int number, uint32_t a, uint32_t b, uint32_t c)
{
    int result;
    __asm__ volatile("int $0x80" : "=a"(result) : "0"(number), "b"(a), "c"(b), "d"(c) : "memory");
    return result;
}

static void __attribute__((noreturn)) leave(int status)
{
    for (;;)
        system_call(1, status, 0, 0);
}

static void refuse(const char *message)
{
    int n = 0;
    while (message[n])
        n++;
    system_call(4, 2, (uint32_t) message, n);
    leave(2);
}

static void flush(const void *from, uint32_t bytes)
{
    const char *p = from;
    while (bytes) {
        int n = system_call(4, 1, (uint32_t) p, bytes);
        if (n <= 0)
            leave(1);
        p += n;
        bytes -= n;
    }
}

/* xorshift64* */
static uint32_t any(void)
{
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return (random_state * 0x2545F4914F6CDD1Du) >> 32;
}

static uint32_t below(uint32_t n)
{
    return any() % n;
}

/* random bits, runs, ends of the number formats */
static uint32_t pattern(void)
{
    static const uint32_t ends[] = { 0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF };
    uint32_t v = any();
    switch (below(6)) {
    case 0: return ends[below(sizeof ends / sizeof *ends)];
    case 1: return ~0u << below(32);
    case 2: return ~0u >> below(32);
    case 3: return v & any() & any();
    default: return v;
    }
}

static void put(record *r, unsigned byte)
{
    r->code[r->length++] = byte;
}

static void put_immediate(record *r, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        put(r, value >> 8 * i);
}

/* operand size prefix and opcode; size 0, 1, 2 for 8, 16, 32 bits */
static void put_sized(record *r, unsigned opcode, int size)
{
    if (size == 1)
        put(r, 0x66);
    put(r, opcode | (size != 0));
}

static void bcd(record *r)
{
    static const uint8_t opcodes[] = { 0x27, 0x2F, 0x37, 0x3F, 0xD4, 0xD5 };
    int n = below(6);
    unsigned base = below(3) ? 10 : 1 + below(255);
    put(r, opcodes[n]);
    if (n >= 4)
        put(r, base);
    r->undefined = n < 2 ? OF : n < 4 ? OF | SF | ZF | PF : OF | AF | CF;
    r->before[EAX] = any();
    if (below(2))
        r->before[EAX] &= 0xFFFF0F0F;
}

/* Group 2 on EAX or BH/BX: by one, by CL, by an immediate */
static void shift(record *r)
{
    int size = below(3), operation = below(8), count_form = below(3);
    int bits = 8 << size;
    unsigned count = any() & 0xFF;
    static const uint8_t opcodes[] = { 0xD0, 0xD2, 0xC0 };
    if (below(2))
        count = below(34);
    put_sized(r, opcodes[count_form], size);
    put(r, 0xC0 | operation << 3 | (below(2) ? 0 : size == 0 ? 7 : 3));
    if (count_form == 2)
        put(r, count);
    if (count_form == 0)
        count = 1;
    else
        r->before[ECX] = (r->before[ECX] & ~0xFFu) | count;
    count &= 31;
    if (count == 0)
        return;
    if (count > 1)
        r->undefined |= OF;
    if (operation >= 4)
        r->undefined |= AF;
    if (operation >= 4 && operation != 7 && count >= (unsigned) bits)
        r->undefined |= CF;
}

/* SHLD, SHRD of EAX or EBX with EDX */
static void double_shift(record *r)
{
    int size = 1 + below(2), right = below(2), by_cl = below(2);
    unsigned count = below(3) ? below(33) : any() & 0xFF;
    if (size == 1)
        put(r, 0x66);
    put(r, 0x0F);
    put(r, (right ? 0xAC : 0xA4) + by_cl);
    put(r, 0xC0 | EDX << 3 | (below(2) ? EAX : EBX));
    if (!by_cl)
        put(r, count);
    r->before[ECX] = (r->before[ECX] & ~0xFFu) | count;
    count &= 31;
    if (count == 0)
        return;
    r->undefined = AF | (count > 1 ? OF : 0);
    if (size == 1 && count > 16)
        r->undefined = ARITHMETIC | RESULT_UNDEFINED;
}

static void multiply(record *r)
{
    int size = below(3), form = below(5);
    r->undefined = SF | ZF | AF | PF;
    if (form < 2) {                           /* MUL, IMUL with one operand */
        put_sized(r, 0xF6, size);
        put(r, 0xE0 | form << 3 | EBX);
        return;
    }
    if (size == 0)
        size = 2;
    if (size == 1)
        put(r, 0x66);
    if (form == 2) {
        put(r, 0x0F);
        put(r, 0xAF);
        put(r, 0xC0 | EAX << 3 | EBX);
    } else {
        put(r, form == 3 ? 0x6B : 0x69);
        put(r, 0xC0 | EAX << 3 | EBX);
        put_immediate(r, pattern(), form == 3 ? 1 : size == 1 ? 2 : 4);
    }
}

static int64_t signed_pattern(int bits)
{
    return (int32_t) (pattern() << (32 - bits)) >> (32 - bits);
}

/* DIV, IDIV by EBX; the dividend is made from a quotient that fits, as a fault would end this program */
static void divide(record *r)
{
    int size = below(3), is_signed = below(2), bits = 8 << size;
    uint32_t mask = bits == 32 ? ~0u : (1u << bits) - 1;
    uint64_t dividend;
    put_sized(r, 0xF6, size);
    put(r, (is_signed ? 0xF8 : 0xF0) | EBX);
    r->undefined = ARITHMETIC;
    if (is_signed) {
        int64_t divisor, quotient = signed_pattern(bits);
        do
            divisor = signed_pattern(bits);
        while (divisor == 0);
        uint32_t magnitude = divisor < 0 ? -divisor : divisor;
        int64_t rest = any() % magnitude;
        int64_t product = quotient * divisor;
        if (product < 0 || (product == 0 && below(2)))
            rest = -rest;
        dividend = product + rest;
        r->before[EBX] = (r->before[EBX] & ~mask) | (divisor & mask);
    } else {
        uint32_t divisor;
        do
            divisor = pattern() & mask;
        while (divisor == 0);
        uint64_t quotient = pattern() & mask;
        dividend = quotient * divisor + any() % divisor;
        r->before[EBX] = (r->before[EBX] & ~mask) | divisor;
    }
    if (size == 0) {
        r->before[EAX] = (r->before[EAX] & ~0xFFFFu) | (dividend & 0xFFFF);
    } else {
        r->before[EAX] = (r->before[EAX] & ~mask) | (dividend & mask);
        r->before[EDX] = (r->before[EDX] & ~mask) | ((dividend >> bits) & mask);
    }
}

/* loads registers and flags from [esi], runs the instruction, stores them to [esi + 20] */
static void run(record *r)
{
    static const uint8_t load[] = {
        0xFF, 0x76, 0x10,                     /* push dword [esi+16] */
        0x8B, 0x06,                           /* mov eax, [esi] */
        0x8B, 0x4E, 0x04,                     /* mov ecx, [esi+4] */
        0x8B, 0x56, 0x08,                     /* mov edx, [esi+8] */
        0x8B, 0x5E, 0x0C,                     /* mov ebx, [esi+12] */
        0x9D                                  /* popf */
    };
    static const uint8_t store[] = {
        0x9C,                                 /* pushf */
        0x89, 0x46, 0x14,                     /* mov [esi+20], eax */
        0x89, 0x4E, 0x18,                     /* mov [esi+24], ecx */
        0x89, 0x56, 0x1C,                     /* mov [esi+28], edx */
        0x89, 0x5E, 0x20,                     /* mov [esi+32], ebx */
        0x8F, 0x46, 0x24,                     /* pop dword [esi+36] */
        0xC3
    };
    volatile uint8_t *to = page;
    for (unsigned i = 0; i < sizeof load; i++)
        *to++ = load[i];
    for (unsigned i = 0; i < r->length; i++)
        *to++ = r->code[i];
    for (unsigned i = 0; i < sizeof store; i++)
        *to++ = store[i];
    __asm__ volatile("call *%[code]" : : [code] "D"(page), "S"(r->before) : "eax", "ebx", "ecx", "edx", "memory", "cc");
}

static uint32_t number(const char *text)
{
    uint32_t v = 0;
    if (!*text)
        refuse("integer_vectors: a number is missing\n");
    for (; *text; text++) {
        if (*text < '0' || *text > '9')
            refuse("integer_vectors: SEED and COUNT are decimal numbers\n");
        v = v * 10 + (*text - '0');
    }
    return v;
}

static void __attribute__((noreturn, used)) begin(int argc, char **argv)
{
    if (argc < 3 || argc > 4)
        refuse("usage: integer_vectors SEED COUNT [bcd|shift|multiply|divide]\n");
    random_state = number(argv[1]) * 0x9E3779B97F4A7C15ull + 1;
    uint32_t count = number(argv[2]);
    char family = argc == 4 ? argv[3][0] : 'a';
    if (system_call(125, (uint32_t) page, sizeof page, 7) != 0)
        refuse("integer_vectors: cannot make a page executable\n");
    uint32_t filled = 0;
    for (uint32_t k = 0; k < count; k++) {
        record *r = &buffer[filled];
        for (unsigned i = 0; i < sizeof *r; i++)
            ((volatile uint8_t *) r)[i] = 0;
        for (int i = 0; i < 4; i++)
            r->before[i] = pattern();
        r->before[EFLAGS] = ALWAYS | (any() & ARITHMETIC);
        switch (family == 'a' ? "bssdmv"[k % 6] : family == 's' ? "sd"[k % 2] : family == 'd' ? 'v' : family) {
        case 'b': bcd(r); break;
        case 's': shift(r); break;
        case 'd': double_shift(r); break;
        case 'm': multiply(r); break;
        default: divide(r);
        }
        run(r);
        if (++filled == sizeof buffer / sizeof *buffer) {
            flush(buffer, sizeof buffer);
            filled = 0;
        }
    }
    flush(buffer, filled * sizeof *buffer);
    leave(0);
}

__asm__(".globl _start\n"
        "_start:\n"
        "    mov (%esp), %eax\n"
        "    lea 4(%esp), %edx\n"
        "    and $-16, %esp\n"
        "    push %edx\n"
        "    push %edx\n"
        "    push %edx\n"
        "    push %eax\n"
        "    call begin\n");
