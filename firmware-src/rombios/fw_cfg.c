/* QEMU's firmware configuration device (QEMU, docs/specs/fw_cfg): a selector at port 510h, data, a byte at a
 * time, at 511h. Numbers in the directory are big-endian. Other machines have nothing at these ports.     */
#include "fw_cfg.h"
#include "farmem.h"
#include "io.h"
#include "log.h"

#define SELECTOR 0x510
#define DATA     0x511
#define KEY_SIGNATURE 0x0000
#define KEY_DIRECTORY 0x0019
#define NAME_LENGTH 56

struct file {
    u32 size;
    u16 key;
    char name[NAME_LENGTH];
};

static u32 take(u32 bytes)
{
    u32 value = 0;
    while (bytes--)
        value = value << 8 | inb(DATA);
    return value;
}

static int starts_with(const char *name, const ROM char *folder)
{
    while (*folder)
        if (*name++ != *folder++)
            return 0;
    return 1;
}

static int find(const ROM char *folder, u32 index, struct file *f)
{
    outw(SELECTOR, KEY_SIGNATURE);
    if (take(4) != 0x51454D55)          /* "QEMU" */
        return 0;
    outw(SELECTOR, KEY_DIRECTORY);
    u32 count = take(4);
    for (u32 i = 0; i < count && i < 256; i++) {
        f->size = take(4);
        f->key = (u16)take(2);
        take(2);
        for (u32 n = 0; n < NAME_LENGTH; n++)
            f->name[n] = (char)inb(DATA);
        if (starts_with(f->name, folder) && !index--)
            return 1;
    }
    return 0;
}

u32 fw_cfg_rom_copy(const ROM char *folder, u32 index, u16 seg, u32 room)
{
    struct file f;
    if (!find(folder, index, &f))
        return 0;
    f.name[NAME_LENGTH - 1] = 0;
    LOG("fw_cfg: %S, %d bytes", f.name, f.size);
    if (f.size > room || f.size > 0x10000)
        return 0;
    outw(SELECTOR, f.key);
    for (u32 i = 0; i < f.size; i++)
        poke8(seg, (u16)i, inb(DATA));
    return f.size;
}
