/*
 * Turns a font drawing (a text file of fonts/, format in README.md) into assembly.
 *   font_compiler SOURCE DRAWN_HEIGHT HEIGHT SYMBOL > OUT.S
 * HEIGHT may be less than DRAWN_HEIGHT: the rows at the bottom are left out; boxes and blocks are drawn for HEIGHT.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 8, MAX_HEIGHT = 16, MAX_MARKS = 32 };

struct mark {
	char name[32];
	unsigned char rows[MAX_HEIGHT];
};

static unsigned char glyphs[256][MAX_HEIGHT];
static unsigned char defined[256];
static struct mark marks[MAX_MARKS];
static int mark_count, drawn_height, height, line_number;
static const char *source_name;

static void fail(const char *format, ...)
{
	va_list arguments;

	fprintf(stderr, "%s:%d: ", source_name, line_number);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	exit(1);
}

/* '#' is a pixel that is set, '.' one that is not; the leftmost is bit 7. */
static unsigned char parse_row(const char *text)
{
	unsigned char row = 0;
	int i;

	for (i = 0; i < WIDTH; i++) {
		if (text[i] != '#' && text[i] != '.')
			fail("a row has %d pixels, each '#' or '.': %s", WIDTH, text);
		row = (unsigned char)(row << 1 | (text[i] == '#'));
	}
	return row;
}

static int parse_code(const char *text)
{
	char *end;
	long code = text ? strtol(text, &end, 16) : -1;

	if (code < 0 || code > 255 || end == text || *end)
		fail("expected a character code 00 to FF");
	return (int)code;
}

static int define(const char *text)
{
	int code = parse_code(text);

	if (defined[code])
		fail("character %02X is drawn twice", code);
	defined[code] = 1;
	return code;
}

static const unsigned char *find_source(const char *name)
{
	int i;

	for (i = 0; i < mark_count; i++)
		if (!strcmp(marks[i].name, name))
			return marks[i].rows;
	i = parse_code(name);
	if (!defined[i])
		fail("compose needs character %s or a mark of that name before it", name);
	return glyphs[i];
}

static void compose(void)
{
	unsigned char *to = glyphs[define(strtok(NULL, " "))];
	const char *part;
	int row;

	while ((part = strtok(NULL, " ")) != NULL) {
		const unsigned char *from = find_source(part);

		for (row = 0; row < MAX_HEIGHT; row++)
			to[row] |= from[row];
	}
}

static void fill(void)
{
	unsigned char *to = glyphs[define(strtok(NULL, " "))];
	unsigned char pattern[MAX_HEIGHT];
	const char *text;
	int count = 0, row;

	while ((text = strtok(NULL, " ")) != NULL && count < MAX_HEIGHT)
		pattern[count++] = parse_row(text);
	if (!count)
		fail("fill needs at least one row");
	for (row = 0; row < height; row++)
		to[row] = pattern[row % count];
}

static void half(int first, int end)
{
	unsigned char *to = glyphs[define(strtok(NULL, " "))];

	for (; first < end; first++)
		to[first] = 0xff;
}

static void stroke(unsigned char *to, int left, int right, int top, int bottom)
{
	int x, y;

	for (y = top; y <= bottom; y++)
		for (x = left; x <= right; x++)
			to[y] |= (unsigned char)(0x80 >> x);
}

/*
 * A box character: an arm to each side, of 0, 1 or 2 lines. A double arm keeps its gap open across the middle where an
 * arm leaves from it.
 */
static void box(void)
{
	unsigned char *to = glyphs[define(strtok(NULL, " "))];
	int arm[4], i, c = (height - 1) / 2;
	int left, right, up, down;

	for (i = 0; i < 4; i++) {
		const char *text = strtok(NULL, " ");

		arm[i] = text && text[0] >= '0' && text[0] <= '2' && !text[1] ? text[0] - '0' : -1;
		if (arm[i] < 0)
			fail("box needs four numbers 0 to 2: left right up down");
	}
	left = arm[0], right = arm[1], up = arm[2], down = arm[3];

	int vertical = up > down ? up : down, horizontal = left > right ? left : right;
	int near_top = horizontal == 2 ? c - 1 : c, near_bottom = horizontal == 2 ? c + 1 : c;

	if (vertical == 1) {
		if (up)
			stroke(to, 3, 4, 0, horizontal == 2 && left && right ? near_top : near_bottom);
		if (down)
			stroke(to, 3, 4, horizontal == 2 && left && right ? near_bottom : near_top, height - 1);
		if (up && down)
			stroke(to, 3, 4, 0, height - 1);
	} else if (vertical == 2) {
		/* the left line, then the right one: open where a double arm leaves on its side */
		if (up) {
			stroke(to, 2, 2, 0, left == 2 ? c - 1 : near_bottom);
			stroke(to, 5, 5, 0, right == 2 ? c - 1 : near_bottom);
		}
		if (down) {
			stroke(to, 2, 2, left == 2 ? c + 1 : near_top, height - 1);
			stroke(to, 5, 5, right == 2 ? c + 1 : near_top, height - 1);
		}
	}
	if (horizontal == 1) {
		int through = !(vertical == 2 && up && down) || (left && right);
		int left_end = vertical == 2 ? (through ? 5 : 2) : 4, right_start = vertical == 2 ? (through ? 2 : 5) : 3;

		if (left)
			stroke(to, 0, left_end, c, c);
		if (right)
			stroke(to, right_start, 7, c, c);
	} else if (horizontal == 2) {
		int outer_left = vertical == 2 ? 2 : 3, outer_right = vertical == 2 ? 5 : 4;

		if (left) {
			stroke(to, 0, up == 2 ? 2 : outer_right, c - 1, c - 1);
			stroke(to, 0, down == 2 ? 2 : outer_right, c + 1, c + 1);
		}
		if (right) {
			stroke(to, up == 2 ? 5 : outer_left, 7, c - 1, c - 1);
			stroke(to, down == 2 ? 5 : outer_left, 7, c + 1, c + 1);
		}
	}
}

/* glyph and mark: the rows that follow, from the row after '@'. */
static unsigned char *begin_rows(int is_mark, int *row)
{
	const char *name = strtok(NULL, " "), *at;
	unsigned char *to;

	if (is_mark) {
		if (!name || mark_count == MAX_MARKS || strlen(name) >= sizeof marks[0].name)
			fail("a mark needs a short name; there may be %d", MAX_MARKS);
		strcpy(marks[mark_count].name, name);
		to = marks[mark_count++].rows;
	} else {
		to = glyphs[define(name)];
	}
	at = strtok(NULL, " ");
	if (!at || at[0] != '@')
		fail("expected @ and the first row");
	*row = atoi(at + 1);
	return to;
}

static void read_source(FILE *in)
{
	char line[128];
	unsigned char *to = NULL;
	int row = 0;

	while (fgets(line, sizeof line, in)) {
		char *word;

		line_number++;
		line[strcspn(line, "\r\n")] = 0;
		if (!line[0] || (line[0] == '#' && (!line[1] || isspace((unsigned char)line[1]))))
			continue;
		if (line[0] == '#' || line[0] == '.') {
			unsigned char pixels = parse_row(line);
			const char *times = strchr(line, '*');
			int count = times ? atoi(times + 1) : 1;

			for (; count > 0; count--) {
				if (!to || row >= drawn_height)
					fail("a row outside of a character of %d rows", drawn_height);
				to[row++] = pixels;
			}
			continue;
		}
		to = NULL;
		word = strtok(line, " ");
		if (!strcmp(word, "glyph") || !strcmp(word, "mark"))
			to = begin_rows(word[0] == 'm', &row);
		else if (!strcmp(word, "compose"))
			compose();
		else if (!strcmp(word, "fill"))
			fill();
		else if (!strcmp(word, "box"))
			box();
		else if (!strcmp(word, "upper"))
			half(0, height / 2);
		else if (!strcmp(word, "lower"))
			half(height / 2, height);
		else
			fail("unknown word %s", word);
	}
}

int main(int argc, char **argv)
{
	FILE *in;
	int code, row;

	if (argc != 5 || (drawn_height = atoi(argv[2])) < 1 || drawn_height > MAX_HEIGHT ||
	    (height = atoi(argv[3])) < 1 || height > drawn_height) {
		fprintf(stderr, "usage: font_compiler SOURCE DRAWN_HEIGHT HEIGHT SYMBOL\n");
		return 2;
	}
	source_name = argv[1];
	in = fopen(source_name, "r");
	if (!in) {
		perror(source_name);
		return 1;
	}
	read_source(in);
	fclose(in);
	printf("\t.section .fonts, \"a\"\n\t.globl %s\n%s:\n", argv[4], argv[4]);
	for (code = 0; code < 256; code++) {
		if (!defined[code]) {
			fprintf(stderr, "%s: character %02X is missing\n", source_name, code);
			return 1;
		}
		printf("\t.byte ");
		for (row = 0; row < height; row++)
			printf("%s0x%02x", row ? "," : "", glyphs[code][row]);
		putchar('\n');
	}
	return 0;
}
