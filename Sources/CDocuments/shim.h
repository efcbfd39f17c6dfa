/* The types of the C library are those of Swift's module of it, whichever of the two is loaded first. */
#ifdef __linux__
#pragma clang module import SwiftGlibc
#endif
#include <zlib.h>
#include <spawn.h>

/* In glibc since 2.34, but shown by its headers to GNU sources only. */
#ifdef __linux__
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
#endif
