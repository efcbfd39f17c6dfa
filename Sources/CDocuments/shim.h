/* zlib alone, without the headers of the system that it would bring along: their types are Swift's own module's, and a
   type that two modules bring has no certain home (its members then cannot be found in a clean build). */
#define Z_SOLO
#include <zlib.h>

/* In glibc since 2.34, but shown by its headers to GNU sources only; the first argument is a
   posix_spawn_file_actions_t. */
#ifdef __linux__
int posix_spawn_file_actions_addchdir_np(void *, const char *);
int posix_spawn_file_actions_addclosefrom_np(void *, int);
#endif
