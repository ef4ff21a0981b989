/* Control, debug and model-specific registers, descriptor-table registers, HLT, CLI, STI, cache control. */
#include "emulate.h"
#include "guarded.h"
#include "memory.h"
#include "mode_switch.h"
#include "monitor.h"
#include "raise.h"
#include "seen_tables.h"

static u32 read_control(u32 number)
{
    u32 value;
    switch (number) {
    case 0: return processor.cr0;
    case 2: __asm__ volatile("movl %%cr2, %0" : "=r"(value)); return value;
    case 3: return processor.cr3;
    case 4: return processor.cr4;
    default: raise_fault(VECTOR_UD, 0);
    }
}

static void write_control(u32 number, u32 value)
{
    switch (number) {
    case 0: set_cr0(value); break;
    case 2: __asm__ volatile("movl %0, %%cr2" : : "r"(value)); break;
    case 3: processor.cr3 = value; break;
    case 4: set_cr4(value); break;
    default: raise_fault(VECTOR_UD, 0);
    }
}

/* LGDT, LIDT, SGDT, SIDT: six bytes; a 16-bit operand size loads 24 bits of the base. */
static struct table read_table(const struct instruction *i)
{
    u32 limit = read_memory(i->segment, i->offset, 2);
    u32 base = read_memory(i->segment, (i->offset + 2) & address_mask(i), 4);
    return (struct table){ limit, i->operand_size == 2 ? base & 0xFFFFFF : base };
}

static void store_table(const struct instruction *i, const struct table *t)
{
    write_memory(i->segment, i->offset, 2, t->limit);
    write_memory(i->segment, (i->offset + 2) & address_mask(i), 4, t->base);
}

static int group7(const struct instruction *i)
{
    if (i->mod == 3 && i->reg != 4 && i->reg != 6)
        return 0;
    switch (i->reg) {
    case 0: store_table(i, &processor.gdt); return 1;
    case 1: store_table(i, &processor.idt); return 1;
    case 2: processor.gdt = true_gdt(read_table(i)); return 1;
    case 3: processor.idt = true_idt(read_table(i)); return 1;
    case 4:
        write_operand(i, i->mod == 3 ? i->operand_size : 2, processor.cr0);
        return 1;
    case 6:                             /* LMSW cannot clear PE */
        set_cr0((processor.cr0 & ~0xEu) | (read_operand(i, 2) & 0xF));
        return 1;
    case 7: return 1;                   /* INVLPG: there is no paging here */
    default: raise_fault(VECTOR_UD, 0);
    }
}

static void read_msr(void)
{
    u32 low, high;
    if (guarded_rdmsr(*reg32(ECX), &low, &high))
        raise_fault(VECTOR_GP, 0);
    *reg32(EAX) = low;
    *reg32(EDX) = high;
}

static void set_interrupt_flag(int enabled)
{
    if (!enabled) {
        guest.eflags &= ~FLAG_IF;
        return;
    }
    if (!(guest.eflags & FLAG_IF))
        processor.shadow = 1;
    guest.eflags |= FLAG_IF;
}

static void read_counter(void)
{
    u32 low, high;
    if (guarded_rdpmc(*reg32(ECX), &low, &high))
        raise_fault(VECTOR_GP, 0);
    *reg32(EAX) = low;
    *reg32(EDX) = high;
}

static int one_byte(const struct instruction *i)
{
    switch (i->opcode) {
    case 0xF4:
        wait_for_interrupt();
        return 1;
    case 0xFA: case 0xFB:
        set_interrupt_flag(i->opcode & 1);
        return 1;
    default:
        return 0;
    }
}

int emulate_system(const struct instruction *i)
{
    switch (i->opcode) {
    case TWO_BYTE + 0x01:
        return group7(i);
    case TWO_BYTE + 0x06:
        set_cr0(processor.cr0 & ~CR0_TS);
        return 1;
    case TWO_BYTE + 0x08:
        __asm__ volatile("wbinvd");     /* INVD would lose what the monitor wrote */
        return 1;
    case TWO_BYTE + 0x09:
        __asm__ volatile("wbinvd");
        return 1;
    case TWO_BYTE + 0x20:
        *reg32(i->rm) = read_control(i->reg);
        return 1;
    case TWO_BYTE + 0x22:
        write_control(i->reg, *reg32(i->rm));
        return 1;
    case TWO_BYTE + 0x21:
        if (guarded_read_debug(i->reg, reg32(i->rm)))
            raise_fault(VECTOR_UD, 0);
        return 1;
    case TWO_BYTE + 0x23:
        if (guarded_write_debug(i->reg, *reg32(i->rm)))
            raise_fault(VECTOR_UD, 0);
        return 1;
    case TWO_BYTE + 0x30:
        if (guarded_wrmsr(*reg32(ECX), *reg32(EAX), *reg32(EDX)))
            raise_fault(VECTOR_GP, 0);
        return 1;
    case TWO_BYTE + 0x32:
        read_msr();
        return 1;
    case TWO_BYTE + 0x33:
        read_counter();
        return 1;
    default:
        return one_byte(i);
    }
}
