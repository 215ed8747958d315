/** Other spellings of the same policies, of which the rules must say the same. */
package io.rolewright.analyze.respell;
