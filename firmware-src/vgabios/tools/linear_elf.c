/*
 * Makes the ELF file for debuggers. The image is linked at offset 0 of its segment, because real-mode code and tables hold
 * 16-bit offsets; debuggers think in linear addresses. This adds BASE to the section .text, to the symbols in it, and to
 * every word of the DWARF sections that a relocation (ld --emit-relocs) says is an address in it; and it puts the sealed
 * ROM's bytes in.
 *   linear_elf IN.elf ROM BASE OUT.elf
 */
#include <elf.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned char *file;
static size_t file_size;
static Elf32_Shdr *sections;
static unsigned section_count, text;
static Elf32_Addr base;

static void fail(const char *format, ...)
{
	va_list arguments;

	fputs("linear_elf: ", stderr);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	exit(1);
}

static unsigned char *read_file(const char *name, size_t *size)
{
	FILE *in = fopen(name, "rb");
	unsigned char *bytes;
	long length;

	if (!in || fseek(in, 0, SEEK_END) || (length = ftell(in)) < 0 || fseek(in, 0, SEEK_SET))
		fail("cannot read %s", name);
	*size = (size_t)length;
	bytes = malloc(*size + 1);
	if (!bytes || fread(bytes, 1, *size, in) != *size)
		fail("cannot read %s", name);
	fclose(in);
	return bytes;
}

static void *contents(const Elf32_Shdr *section)
{
	if (section->sh_offset > file_size || section->sh_size > file_size - section->sh_offset)
		fail("a section lies outside of the file");
	return file + section->sh_offset;
}

static Elf32_Shdr *linked(const Elf32_Shdr *section, unsigned index)
{
	if (index >= section_count)
		fail("section %u names section %u of %u", (unsigned)(section - sections), index, section_count);
	return &sections[index];
}

static void find_text(const Elf32_Ehdr *header)
{
	const Elf32_Shdr *names;
	unsigned i;

	if (header->e_shoff > file_size || (file_size - header->e_shoff) / sizeof *sections < header->e_shnum)
		fail("the section table lies outside of the file");
	sections = (Elf32_Shdr *)(file + header->e_shoff);
	section_count = header->e_shnum;
	names = linked(sections, header->e_shstrndx);
	for (i = 1; i < section_count; i++)
		if (sections[i].sh_name < names->sh_size && !strcmp((char *)contents(names) + sections[i].sh_name, ".text"))
			text = i;
	if (!text)
		fail("no section .text");
}

/* Relocations against symbols of .text in sections that are not loaded, which is where DWARF is. */
static void relocate(const Elf32_Shdr *relocations)
{
	Elf32_Shdr *target = linked(relocations, relocations->sh_info);
	Elf32_Shdr *table = linked(relocations, relocations->sh_link);
	Elf32_Rel *rel = contents(relocations);
	Elf32_Sym *symbols = contents(table);
	size_t i;

	if (target->sh_flags & SHF_ALLOC)
		return;
	for (i = 0; i < relocations->sh_size / sizeof *rel; i++) {
		unsigned char *place = contents(target);
		Elf32_Addr value;

		if (ELF32_R_SYM(rel[i].r_info) >= table->sh_size / sizeof *symbols || target->sh_size < 4 ||
		    rel[i].r_offset > target->sh_size - 4)
			fail("a relocation lies outside of its section");
		if (ELF32_R_TYPE(rel[i].r_info) != R_386_32 || symbols[ELF32_R_SYM(rel[i].r_info)].st_shndx != text)
			continue;
		memcpy(&value, place + rel[i].r_offset, sizeof value);
		value += base;
		memcpy(place + rel[i].r_offset, &value, sizeof value);
	}
}

static void move_symbols(const Elf32_Shdr *table)
{
	Elf32_Sym *symbols = contents(table);
	size_t i;

	for (i = 0; i < table->sh_size / sizeof *symbols; i++)
		if (symbols[i].st_shndx == text)
			symbols[i].st_value += base;
}

int main(int argc, char **argv)
{
	unsigned char *rom;
	size_t rom_size, i;
	Elf32_Ehdr *header;
	FILE *out;

	if (argc != 5) {
		fprintf(stderr, "usage: linear_elf IN.elf ROM BASE OUT.elf\n");
		return 2;
	}
	file = read_file(argv[1], &file_size);
	rom = read_file(argv[2], &rom_size);
	base = (Elf32_Addr)strtoul(argv[3], NULL, 0);
	header = (Elf32_Ehdr *)file;
	if (file_size < sizeof *header || memcmp(header->e_ident, ELFMAG, SELFMAG) || header->e_machine != EM_386)
		fail("%s is not an ELF file for the 80386", argv[1]);
	find_text(header);
	for (i = 1; i < section_count; i++)
		if (sections[i].sh_type == SHT_REL)
			relocate(&sections[i]);
	for (i = 1; i < section_count; i++)
		if (sections[i].sh_type == SHT_SYMTAB)
			move_symbols(&sections[i]);
	if (sections[text].sh_size > rom_size)
		fail(".text has %u bytes, the ROM %zu", sections[text].sh_size, rom_size);
	memcpy(contents(&sections[text]), rom, sections[text].sh_size);
	sections[text].sh_addr += base;
	header->e_entry += base;
	if (header->e_phoff < file_size && (file_size - header->e_phoff) / sizeof(Elf32_Phdr) >= header->e_phnum)
		for (i = 0; i < header->e_phnum; i++) {
			Elf32_Phdr *segment = (Elf32_Phdr *)(file + header->e_phoff) + i;

			segment->p_vaddr += base;
			segment->p_paddr += base;
		}
	out = fopen(argv[4], "wb");
	if (!out || fwrite(file, 1, file_size, out) != file_size || fclose(out))
		fail("cannot write %s", argv[4]);
	return 0;
}
