/* linearize IN OUT SECTION=BASE[,FILE]...
 *
 * The firmware is linked with offsets in its segments, because that is what 16-bit code holds.
 * Debuggers want linear addresses. This tool copies a 32-bit ELF that was linked with --emit-relocs
 * and adds BASE to the addresses of the named sections: in the section headers, in the symbols, and,
 * by the relocations, wherever debug information refers to them. Code and data stay as they are,
 * but where FILE is named its first bytes become the section's: a ROM sealed after linking has
 * another length and checksum byte. The relocation sections are emptied in the copy, since they no
 * longer apply.                                                                                  */
#include <elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct section {
    Elf32_Shdr *header;
    Elf32_Addr base;
};

static unsigned char *image;
static size_t image_size;
static struct section *sections;
static unsigned section_count;

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

static void *contents(const Elf32_Shdr *header)
{
    return at(header->sh_offset, header->sh_size);
}

static Elf32_Shdr *linked(unsigned index)
{
    if (index >= section_count)
        fail("a section refers to one that does not exist", "ELF");
    return sections[index].header;
}

static unsigned char *read_file(const char *name, size_t *size)
{
    FILE *f = fopen(name, "rb");
    long length;
    if (!f || fseek(f, 0, SEEK_END) || (length = ftell(f)) < 0)
        fail("cannot be read", name);
    *size = (size_t)length;
    unsigned char *bytes = malloc(*size + 1);
    rewind(f);
    if (!bytes || fread(bytes, 1, *size, f) != *size)
        fail("cannot be read", name);
    fclose(f);
    return bytes;
}

static void replace(const Elf32_Shdr *header, const char *file)
{
    size_t size;
    unsigned char *bytes = read_file(file, &size);
    if (header->sh_size > size)
        fail("shorter than its section", file);
    memcpy(contents(header), bytes, header->sh_size);
    free(bytes);
}

/* SECTION=BASE[,FILE]. A name without its section is no error: --gc-sections may have emptied it. */
static void place(const char *argument, const Elf32_Shdr *names)
{
    const char *equals = strchr(argument, '=');
    char *end;
    if (!equals)
        fail("expected SECTION=BASE[,FILE]", argument);
    Elf32_Addr base = (Elf32_Addr)strtoul(equals + 1, &end, 0);
    if (end == equals + 1 || (*end && *end != ','))
        fail("BASE is not a number", argument);
    size_t length = (size_t)(equals - argument);
    for (unsigned i = 1; i < section_count; i++) {
        Elf32_Shdr *header = sections[i].header;
        if (header->sh_name >= names->sh_size || names->sh_size - header->sh_name <= length)
            continue;
        const char *name = (const char *)contents(names) + header->sh_name;
        if (strncmp(name, argument, length) || name[length])
            continue;
        sections[i].base = base;
        if (*end)
            replace(header, end + 1);
    }
}

static Elf32_Addr base_of_symbol(const Elf32_Sym *symbol)
{
    return symbol->st_shndx < section_count ? sections[symbol->st_shndx].base : 0;
}

/* Relocations in what is not loaded, which is where debug information is. */
static void relocate(const Elf32_Shdr *relocations)
{
    const Elf32_Shdr *target = linked(relocations->sh_info), *table = linked(relocations->sh_link);
    const Elf32_Rel *rel = contents(relocations);
    const Elf32_Sym *symbols = contents(table);
    if (target->sh_flags & SHF_ALLOC)
        return;
    for (size_t n = 0; n < relocations->sh_size / sizeof *rel; n++) {
        size_t symbol = ELF32_R_SYM(rel[n].r_info), offset = rel[n].r_offset - target->sh_addr;
        if (symbol >= table->sh_size / sizeof *symbols || target->sh_size < 4 || offset > target->sh_size - 4)
            fail("a relocation lies outside of its section", "ELF");
        if (ELF32_R_TYPE(rel[n].r_info) != R_386_32)
            continue;
        unsigned char *p = (unsigned char *)contents(target) + offset;
        Elf32_Addr value;
        memcpy(&value, p, sizeof value);
        value += base_of_symbol(&symbols[symbol]);
        memcpy(p, &value, sizeof value);
    }
}

static void empty(Elf32_Shdr *relocations)
{
    relocations->sh_type = SHT_PROGBITS;
    relocations->sh_size = relocations->sh_entsize = relocations->sh_flags = 0;
    relocations->sh_link = relocations->sh_info = 0;
}

static void move_symbols(const Elf32_Shdr *table)
{
    Elf32_Sym *symbols = contents(table);
    for (size_t n = 0; n < table->sh_size / sizeof *symbols; n++)
        symbols[n].st_value += base_of_symbol(&symbols[n]);
}

/* A segment and the entry point move with the section that they lie in. Several sections have an
 * offset 0: variables have no bytes in the file, and nothing is entered in what is not code. */
static void move_segments(Elf32_Ehdr *eh)
{
    Elf32_Phdr *ph = at(eh->e_phoff, eh->e_phnum * sizeof *ph);
    for (int p = 0; p < eh->e_phnum; p++) {
        for (unsigned i = 1; i < section_count; i++) {
            Elf32_Shdr *sh = sections[i].header;
            int same_kind = sh->sh_type == SHT_NOBITS ? ph[p].p_filesz == 0 : ph[p].p_filesz != 0;
            if (sections[i].base && same_kind && sh->sh_addr - ph[p].p_vaddr < ph[p].p_memsz) {
                ph[p].p_vaddr += sections[i].base;
                ph[p].p_paddr += sections[i].base;
                break;
            }
        }
    }
    for (unsigned i = 1; i < section_count; i++) {
        Elf32_Shdr *sh = sections[i].header;
        if (sections[i].base && sh->sh_flags & SHF_EXECINSTR && eh->e_entry - sh->sh_addr < sh->sh_size) {
            eh->e_entry += sections[i].base;
            break;
        }
    }
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: linearize IN OUT SECTION=BASE[,FILE]...\n");
        return 2;
    }
    image = read_file(argv[1], &image_size);
    Elf32_Ehdr *eh = at(0, sizeof *eh);
    if (memcmp(eh->e_ident, ELFMAG, SELFMAG) || eh->e_ident[EI_CLASS] != ELFCLASS32 || eh->e_machine != EM_386)
        fail("not an ELF file for the 80386", argv[1]);
    Elf32_Shdr *sh = at(eh->e_shoff, eh->e_shnum * sizeof *sh);
    section_count = eh->e_shnum;
    sections = calloc(section_count + 1, sizeof *sections);
    if (!sections)
        fail("too many sections", argv[1]);
    for (unsigned i = 0; i < section_count; i++)
        sections[i].header = &sh[i];
    for (int i = 3; i < argc; i++)
        place(argv[i], linked(eh->e_shstrndx));

    /* Debug information first: its relocations name symbols by their sections. */
    for (unsigned i = 0; i < section_count; i++)
        if (sh[i].sh_type == SHT_REL) {
            relocate(&sh[i]);
            empty(&sh[i]);
        }
    for (unsigned i = 0; i < section_count; i++)
        if (sh[i].sh_type == SHT_SYMTAB)
            move_symbols(&sh[i]);
    move_segments(eh);
    for (unsigned i = 0; i < section_count; i++)
        if (sh[i].sh_flags & SHF_ALLOC)
            sh[i].sh_addr += sections[i].base;

    FILE *f = fopen(argv[2], "wb");
    if (!f || fwrite(image, 1, image_size, f) != image_size || fclose(f))
        fail("cannot be written", argv[2]);
    return 0;
}
