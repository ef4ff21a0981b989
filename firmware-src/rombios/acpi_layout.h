/* Facts that the ACPI tables, the PCI set-up and APM share. For C and assembly. */
#ifndef ACPI_LAYOUT_H
#define ACPI_LAYOUT_H

#define ACPI_PM_BASE    0x600   /* PIIX4 power management I/O block (82371AB datasheet, 7.) */
#define ACPI_PM1_EVENT  (ACPI_PM_BASE + 0x00)
#define ACPI_PM1_CONTROL (ACPI_PM_BASE + 0x04)
#define ACPI_PM_TIMER   (ACPI_PM_BASE + 0x08)
#define ACPI_GPE0       (ACPI_PM_BASE + 0x0C)
#define ACPI_SMI_PORT   0xB2
#define ACPI_SMBUS_BASE 0x700
#define ACPI_SCI        9
#define ACPI_SLP_EN     0x2000  /* with sleep type 0: soft off */
#define IOAPIC_ADDRESS  0xFEC00000
#define LAPIC_ADDRESS   0xFEE00000

#endif
