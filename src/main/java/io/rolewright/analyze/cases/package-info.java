/** Tables of requests with the answers they should get, in the format of test vectors. */
package io.rolewright.analyze.cases;
