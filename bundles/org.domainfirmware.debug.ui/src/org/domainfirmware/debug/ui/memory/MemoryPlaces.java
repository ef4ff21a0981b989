package org.domainfirmware.debug.ui.memory;

import java.math.BigInteger;

import org.domainfirmware.debug.core.model.GuestMemoryBlock;
import org.domainfirmware.debug.ui.presentation.GuestPresentation;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.ui.memory.IMemoryBlockTablePresentation;

/** Rows of the Memory view's tables begin with segment and offset where the memory was asked for so. */
public final class MemoryPlaces extends GuestPresentation implements IAdapterFactory, IMemoryBlockTablePresentation {
    @Override
    public <T> T getAdapter(Object block, Class<T> type) {
        return type.cast(this);
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IMemoryBlockTablePresentation.class};
    }

    @Override
    public String getRowLabel(IMemoryBlock block, BigInteger address) {
        return ((GuestMemoryBlock) block).place(address);
    }

    /** The usual ones: the offset in the row. */
    @Override
    public String[] getColumnLabels(IMemoryBlock block, int bytesPerLine, int columns) {
        return new String[0];
    }
}
