/* Puts the domain's firmware into place: VGABIOS at C0000, monitor at D0000, ROMBIOS up to FFFFF. */
#include "io.h"
#include "types.h"

#define DEBUG_PORT     0xE9
#define VGABIOS_AT     0xC0000
#define VGABIOS_END    0xD0000
#define MONITOR_AT     0xD0000
#define MONITOR_END    0xE0000
#define ROMBIOS_END    0x100000
#define ROMBIOS_MOST   0x20000

#define SEQUENCER      0x3C4
#define CIRRUS_UNLOCK  0x9206           /* register 6 of the sequencer, 92h */
#define CIRRUS         0x12

extern const u8 vgabios[], vgabios_end[], vmxassist[], vmxassist_end[], rombios[], rombios_end[];

u32 load_firmware(void);

static void print(const char *text)
{
    while (*text)
        outb(DEBUG_PORT, (u8)*text++);
}

static void print_hex(u32 value, u32 digits)
{
    while (digits-- > 0)
        outb(DEBUG_PORT, (u8)"0123456789ABCDEF"[value >> 4 * digits & 15]);
}

static NORETURN void refuse(const char *name, const char *why)
{
    print("vmxloader: ");
    print(name);
    print(why);
    for (;;)
        __asm__ volatile("cli\n\thlt");
}

static void place(const char *name, u32 at, u32 room, const u8 *from, const u8 *end)
{
    u32 size = (u32)(end - from), count = (size + 3) / 4;
    void *to = (void *)at;
    if (size == 0 || size > room)
        refuse(name, " is not in the image or does not fit into its place\n");
    const volatile u32 *first = (const u32 *)from;
    __asm__ volatile("rep movsl" : "+D"(to), "+S"(from), "+c"(count) : : "memory");
    if (*(volatile u32 *)at != *first)
        refuse(name, " cannot be copied into its place: there is no RAM that can be written\n");
    print("vmxloader: ");
    print(name);
    print(" at ");
    print_hex(at, 5);
    print(", ");
    print_hex(size, 5);
    print("h bytes\n");
}

/* Cirrus Logic GD5446 manual, SR6: unlocked it reads 12h. */
static int is_cirrus(void)
{
    outw(SEQUENCER, CIRRUS_UNLOCK);
    return inb(SEQUENCER + 1) == CIRRUS;
}

/* Returns the monitor's entry point. */
u32 load_firmware(void)
{
    u32 rombios_size = (u32)(rombios_end - rombios);
    print("vmxloader: firmware of a domain\n");
    if (is_cirrus())
        print("vmxloader: Cirrus adapter, but no VGABIOS for it: the standard one takes it for a plain VGA\n");
    place("VGABIOS", VGABIOS_AT, VGABIOS_END - VGABIOS_AT, vgabios, vgabios_end);
    place("vmxassist", MONITOR_AT, MONITOR_END - MONITOR_AT, vmxassist, vmxassist_end);
    place("ROMBIOS", ROMBIOS_END - rombios_size, ROMBIOS_MOST, rombios, rombios_end);
    return MONITOR_AT;
}
