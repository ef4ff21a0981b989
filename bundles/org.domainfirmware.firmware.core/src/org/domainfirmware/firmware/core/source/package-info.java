/** What source files declare: functions, labels, variables, macros, types; over C (by CDT's parser) and four assembly languages. */
package org.domainfirmware.firmware.core.source;
