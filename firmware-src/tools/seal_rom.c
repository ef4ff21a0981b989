/*
 * Completes an option ROM image: pads it to 512 bytes, writes its length at offset 2 and into the PCI data structure
 * (if it has one), makes the bytes of the Plug and Play header (if it has one) add up to 0, and then those of the whole
 * image, by the last byte of the header's reserved part (offset 1Ch).
 *   seal_rom IN OUT LIMIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LARGEST = 65536, HEADER = 0x1e, CHECKSUM_AT = 0x1c, PCI_POINTER = 0x18, PCI_LENGTH = 0x10, PNP_POINTER = 0x1a,
	PNP_LENGTH = 5, PNP_CHECKSUM = 9 };

static unsigned char image[LARGEST];

/* The Plug and Play header has a checksum of its own (PnP BIOS Specification 1.0A, section 3.2). */
static void seal_pnp(const char *name, size_t length)
{
	size_t pnp = image[PNP_POINTER] | (size_t)image[PNP_POINTER + 1] << 8, i;
	unsigned char sum = 0;

	if (!pnp)
		return;
	if (pnp + 0x20 > length || memcmp(image + pnp, "$PnP", 4) || pnp + image[pnp + PNP_LENGTH] * 16u > length) {
		fprintf(stderr, "%s: no Plug and Play header at %zXh, where the header points\n", name, pnp);
		exit(1);
	}
	image[pnp + PNP_CHECKSUM] = 0;
	for (i = 0; i < image[pnp + PNP_LENGTH] * 16u; i++)
		sum = (unsigned char)(sum + image[pnp + i]);
	image[pnp + PNP_CHECKSUM] = (unsigned char)-sum;
}

int main(int argc, char **argv)
{
	FILE *file;
	size_t length, padded, i, limit, pci;
	unsigned char sum = 0;

	if (argc != 4 || (limit = strtoul(argv[3], NULL, 0)) == 0 || limit > LARGEST) {
		fprintf(stderr, "usage: seal_rom IN OUT LIMIT (at most %d)\n", LARGEST);
		return 2;
	}
	file = fopen(argv[1], "rb");
	if (!file) {
		perror(argv[1]);
		return 1;
	}
	length = fread(image, 1, LARGEST, file);
	while (fgetc(file) != EOF)
		length++;
	fclose(file);
	padded = (length + 511) & ~(size_t)511;
	if (padded > limit) {
		fprintf(stderr, "%s: %zu bytes over: the image has %zu bytes, the ROM holds %zu\n", argv[1], length - limit, length,
			limit);
		return 1;
	}
	pci = image[PCI_POINTER] | (size_t)image[PCI_POINTER + 1] << 8;
	if (length < HEADER || image[0] != 0x55 || image[1] != 0xaa || (pci && pci + 0x18 > length) || padded / 512 > 0xff) {
		fprintf(stderr, "%s: no option ROM header (55 AA, at 18h the offset of a PCI data structure or 0)\n", argv[1]);
		return 1;
	}
	image[2] = (unsigned char)(padded / 512);
	if (pci) {
		if (memcmp(image + pci, "PCIR", 4)) {
			fprintf(stderr, "%s: no PCI data structure at %zXh, where the header points\n", argv[1], pci);
			return 1;
		}
		image[pci + PCI_LENGTH] = (unsigned char)(padded / 512);
		image[pci + PCI_LENGTH + 1] = 0;
	}
	seal_pnp(argv[1], length);
	image[CHECKSUM_AT] = 0;
	for (i = 0; i < padded; i++)
		sum = (unsigned char)(sum + image[i]);
	image[CHECKSUM_AT] = (unsigned char)-sum;
	file = fopen(argv[2], "wb");
	if (!file || fwrite(image, 1, padded, file) != padded || fclose(file)) {
		perror(argv[2]);
		return 1;
	}
	return 0;
}
