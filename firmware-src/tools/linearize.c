/* linearize IN OUT SECTION=BASE...
 *
 * The firmware is linked with offsets in its segments, because that is what 16-bit code holds.
 * Debuggers want linear addresses. This tool copies a 32-bit ELF that was linked with --emit-relocs
 * and adds BASE to the addresses of the named sections: in the section headers, in the symbols, and,
 * by the relocations, wherever debug information refers to them. Code and data stay as they are.
 * The relocation sections are emptied in the copy, since they no longer apply.                    */
#include <elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned char *image;
static size_t image_size;

static void fail(const char *what, const char *name)
{
    fprintf(stderr, "linearize: %s: %s\n", name, what);
    exit(1);
}

static void *at(size_t offset, size_t size)
{
    if (offset > image_size || size > image_size - offset)
        fail("a header points outside the file", "ELF");
    return image + offset;
}

static void load(const char *name)
{
    FILE *f = fopen(name, "rb");
    if (!f || fseek(f, 0, SEEK_END))
        fail("cannot be read", name);
    image_size = (size_t)ftell(f);
    image = malloc(image_size + 1);
    rewind(f);
    if (!image || fread(image, 1, image_size, f) != image_size)
        fail("cannot be read", name);
    fclose(f);
}

static Elf32_Addr base_of(const char *name, int argc, char **argv)
{
    for (int i = 3; i < argc; i++) {
        char *equals = strchr(argv[i], '=');
        if (!equals)
            fail("expected SECTION=BASE", argv[i]);
        if (strlen(name) == (size_t)(equals - argv[i]) && !strncmp(name, argv[i], strlen(name)))
            return (Elf32_Addr)strtoul(equals + 1, 0, 0);
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: linearize IN OUT SECTION=BASE...\n");
        return 2;
    }
    load(argv[1]);
    Elf32_Ehdr *eh = at(0, sizeof *eh);
    if (memcmp(eh->e_ident, ELFMAG, SELFMAG) || eh->e_ident[EI_CLASS] != ELFCLASS32)
        fail("not a 32-bit ELF file", argv[1]);
    Elf32_Shdr *sh = at(eh->e_shoff, eh->e_shnum * sizeof *sh);
    const char *names = at(sh[eh->e_shstrndx].sh_offset, sh[eh->e_shstrndx].sh_size);
    Elf32_Addr *base = calloc(eh->e_shnum, sizeof *base);
    for (int i = 0; i < eh->e_shnum; i++)
        base[i] = base_of(names + sh[i].sh_name, argc, argv);

    /* Debug information first: its relocations name symbols by their sections. */
    for (int i = 0; i < eh->e_shnum; i++) {
        if (sh[i].sh_type != SHT_REL)
            continue;
        Elf32_Shdr *target = &sh[sh[i].sh_info];
        Elf32_Sym *symbols = at(sh[sh[i].sh_link].sh_offset, sh[sh[i].sh_link].sh_size);
        Elf32_Rel *rel = at(sh[i].sh_offset, sh[i].sh_size);
        for (size_t n = 0; !(target->sh_flags & SHF_ALLOC) && n < sh[i].sh_size / sizeof *rel; n++) {
            Elf32_Sym *s = &symbols[ELF32_R_SYM(rel[n].r_info)];
            if (ELF32_R_TYPE(rel[n].r_info) != R_386_32 || s->st_shndx >= eh->e_shnum || !base[s->st_shndx])
                continue;
            unsigned char *p = at(target->sh_offset + rel[n].r_offset - target->sh_addr, 4);
            Elf32_Addr v;
            memcpy(&v, p, 4);
            v += base[s->st_shndx];
            memcpy(p, &v, 4);
        }
        sh[i].sh_type = SHT_PROGBITS;
        sh[i].sh_size = 0;
        sh[i].sh_entsize = 0;
        sh[i].sh_flags = 0;
        sh[i].sh_link = sh[i].sh_info = 0;
    }
    for (int i = 0; i < eh->e_shnum; i++) {
        if (sh[i].sh_type != SHT_SYMTAB)
            continue;
        Elf32_Sym *symbols = at(sh[i].sh_offset, sh[i].sh_size);
        for (size_t n = 0; n < sh[i].sh_size / sizeof *symbols; n++)
            if (symbols[n].st_shndx < eh->e_shnum)
                symbols[n].st_value += base[symbols[n].st_shndx];
    }
    Elf32_Phdr *ph = at(eh->e_phoff, eh->e_phnum * sizeof *ph);
    for (int p = 0; p < eh->e_phnum; p++) {
        for (int i = 0; i < eh->e_shnum; i++) {
            if (base[i] && sh[i].sh_addr >= ph[p].p_vaddr && sh[i].sh_addr < ph[p].p_vaddr + ph[p].p_memsz &&
                (sh[i].sh_type == SHT_NOBITS ? ph[p].p_filesz == 0 : ph[p].p_filesz != 0)) {
                ph[p].p_vaddr += base[i];
                ph[p].p_paddr += base[i];
                break;
            }
        }
    }
    for (int i = 0; i < eh->e_shnum; i++)
        if (sh[i].sh_flags & SHF_ALLOC)
            sh[i].sh_addr += base[i];
    eh->e_entry += base_of(".fixed", argc, argv);

    FILE *f = fopen(argv[2], "wb");
    if (!f || fwrite(image, 1, image_size, f) != image_size || fclose(f))
        fail("cannot be written", argv[2]);
    return 0;
}
