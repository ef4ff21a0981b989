/*
 * Saving and restoring the adapter: INT 10h AH=1Ch and VBE 4F04h. A state lies in the caller's memory as the parts that
 * CX asks for, one after the other.
 */
#ifndef VGABIOS_VIDEO_STATE_H
#define VGABIOS_VIDEO_STATE_H

#include "segments.h"

#define STATE_HARDWARE 1
#define STATE_BIOS_DATA 2
#define STATE_DAC 4
#define STATE_SVGA 8

u16 video_state_bytes(u16 parts);
/* Saves to or restores from segment:offset. */
void video_state_transfer(u16 segment, u16 offset, u16 parts, bool restore);

#endif
