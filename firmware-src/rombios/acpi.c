/* ACPI 1.0b: RSDP, RSDT, FADT, MADT and FACS. The tables stand in the ROM; POST fills in what depends
 * on the machine, and the checksums. Without a power management block there is no ACPI.             */
#include "acpi_layout.h"
#include "cmos.h"
#include "log.h"
#include "pci_irq.h"
#include "rom_table.h"

#define TABLE(name) __attribute__((section(".tables." #name)))
#define LINEAR(object) ((u32)&(object) + (ROM_SEG << 4))
#define MAX_CPUS 16

struct acpi_header {
    char signature[4];
    u32 length;
    u8 revision, checksum;
    char oem_id[6], oem_table_id[8];
    u32 oem_revision;
    char creator[4];
    u32 creator_revision;
} PACKED;

#define HEADER(sig, type, rev, id) { .signature = sig, .length = sizeof(type), .revision = rev, .oem_id = "DFWDFW", \
    .oem_table_id = id, .oem_revision = 1, .creator = "DFW ", .creator_revision = 1 }

struct fadt {
    struct acpi_header h;
    u32 facs, dsdt;
    u8 interrupt_model, reserved1;
    u16 sci_interrupt;
    u32 smi_command;
    u8 acpi_enable, acpi_disable, s4bios_request, reserved2;
    u32 pm1a_event, pm1b_event, pm1a_control, pm1b_control, pm2_control, pm_timer, gpe0, gpe1;
    u8 pm1_event_length, pm1_control_length, pm2_control_length, pm_timer_length, gpe0_length, gpe1_length, gpe1_base;
    u8 reserved3;
    u16 c2_latency, c3_latency, flush_size, flush_stride;
    u8 duty_offset, duty_width, day_alarm, month_alarm, century;
    u8 reserved4[3];
    u32 flags;
} PACKED;

struct rsdt {
    struct acpi_header h;
    u32 entries[2];
} PACKED;

struct rsdp {
    char signature[8];
    u8 checksum;
    char oem_id[6];
    u8 reserved;
    u32 rsdt;
} PACKED;

extern const ROM struct acpi_header acpi_dsdt;

#define MADT_SIZE (sizeof(struct acpi_header) + 8 + MAX_CPUS * 8 + 12 + 5 * 10 + 6)

TABLE(acpi_madt) static const ROM u8 madt[MADT_SIZE] ALIGNED(16) = { 0 };

TABLE(acpi_fadt) static const ROM struct fadt fadt ALIGNED(16) = {
    .h = HEADER("FACP", struct fadt, 1, "DFWFACP "),
    .dsdt = LINEAR(acpi_dsdt),
    .interrupt_model = 0,
    .sci_interrupt = ACPI_SCI,
    .smi_command = ACPI_SMI_PORT,
    .acpi_enable = 0xF1, .acpi_disable = 0xF0,
    .pm1a_event = ACPI_PM1_EVENT, .pm1a_control = ACPI_PM1_CONTROL, .pm_timer = ACPI_PM_TIMER,
    .pm1_event_length = 4, .pm1_control_length = 2, .pm_timer_length = 4,
    .c2_latency = 0xFFF, .c3_latency = 0xFFF,
    .century = CMOS_CENTURY,
    .flags = 0x00A5,            /* 0 WBINVD works, 2 C1, 5 no fixed sleep button, 7 RTC can wake */
};

TABLE(acpi_rsdt) static const ROM struct rsdt rsdt ALIGNED(16) = {
    .h = HEADER("RSDT", struct rsdt, 1, "DFWRSDT "),
    .entries = { LINEAR(fadt), LINEAR(madt) },
};

TABLE(acpi_rsdp) static const ROM struct rsdp rsdp ALIGNED(16) = {
    .signature = "RSD PTR ",
    .oem_id = "DFWDFW",
    .rsdt = LINEAR(rsdt),
};

/* In RAM, because systems write to its lock. */
static struct {
    char signature[4];
    u32 length, hardware_signature, waking_vector, global_lock, flags;
    u8 reserved[40];
} facs ALIGNED(64);

static void facs_setup(void)
{
    facs.signature[0] = 'F';
    facs.signature[1] = 'A';
    facs.signature[2] = 'C';
    facs.signature[3] = 'S';
    facs.length = sizeof facs;
}

static void madt_override(struct rom_writer *w, u8 irq, u32 gsi, u16 flags)
{
    rom_put8(w, 2);
    rom_put8(w, 10);
    rom_put8(w, 0);
    rom_put8(w, irq);
    rom_put32(w, gsi);
    rom_put16(w, flags);
}

static void madt_setup(void)
{
    static const ROM char signature[] = "APIC", ids[] = "DFWDFWDFWAPIC ", creator[] = "DFW ";
    u16 start = rom_offset_of(madt);
    struct rom_writer w = { start, start, (u16)(start + MADT_SIZE) };
    u32 cpus = cmos_read(CMOS_CPUS) + 1u;
    if (cpus > MAX_CPUS)
        cpus = MAX_CPUS;
    rom_put_text(&w, signature, 4);
    rom_put32(&w, 0);
    rom_put16(&w, 0x0001);
    rom_put_text(&w, ids, 14);
    rom_put32(&w, 1);
    rom_put_text(&w, creator, 4);
    rom_put32(&w, 1);
    rom_put32(&w, LAPIC_ADDRESS);
    rom_put32(&w, 1);                   /* there are 8259s too */
    for (u32 i = 0; i < cpus; i++) {
        rom_put16(&w, 0x0800);          /* type 0: processor, 8 bytes */
        rom_put16(&w, (u16)(i | i << 8));
        rom_put32(&w, 1);               /* enabled */
    }
    rom_put16(&w, 0x0C01);              /* type 1: I/O APIC */
    rom_put16(&w, (u16)cpus);           /* its identifier follows the processors' */
    rom_put32(&w, IOAPIC_ADDRESS);
    rom_put32(&w, 0);
    madt_override(&w, 0, 2, 0);
    madt_override(&w, 9, 9, 0x000D);    /* active high, level */
    madt_override(&w, 10, 10, 0x000D);
    madt_override(&w, 11, 11, 0x000D);
    rom_put16(&w, 0x0604);              /* type 4: NMI at LINT1 of all processors */
    rom_put8(&w, 0xFF);
    rom_put16(&w, 0);
    rom_put8(&w, 1);
    poke32(ROM_SEG, (u16)(start + 4), (u32)(w.at - start));
    rom_checksum(start, (u32)(w.at - start), 9);
}

void acpi_tables_setup(void)
{
    u16 fadt_at = rom_offset_of(&fadt), dsdt_at = rom_offset_of(&acpi_dsdt), rsdp_at = rom_offset_of(&rsdp);
    if (!acpi_pm_present) {
        poke8(ROM_SEG, rsdp_at, 0);     /* no "RSD PTR " to be found */
        LOG("acpi: no power management block");
        return;
    }
    facs_setup();
    poke32(ROM_SEG, (u16)(fadt_at + offset_of(struct fadt, facs)), ((u32)data_segment() << 4) + data_offset(&facs));
    madt_setup();
    rom_checksum(dsdt_at, peek32(ROM_SEG, (u16)(dsdt_at + 4)), 9);
    rom_checksum(fadt_at, sizeof(struct fadt), 9);
    rom_checksum(rom_offset_of(&rsdt), sizeof(struct rsdt), 9);
    rom_checksum(rsdp_at, sizeof(struct rsdp), 8);
    LOG("acpi: RSDP at F000:%04x", rsdp_at);
}
