using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mabarra.CaseManager.Data;

/// <summary>Tells a full or unwritable disk from other failures, the same on both databases and for files beside them.</summary>
internal static class StorageFaults
{
    private const int SqliteReadOnly = 8;
    private const int SqliteIoError = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNotADatabase = 26;

    /// <returns>Null when the exception means something else.</returns>
    public static StorageFault? Of(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => Of(inner),
        SqliteException e => e.SqliteErrorCode switch
        {
            SqliteFull => StorageFault.Full,
            SqliteReadOnly => StorageFault.ReadOnly,
            SqliteIoError or SqliteCannotOpen or SqliteCorrupt or SqliteNotADatabase => StorageFault.Broken,
            _ => null,
        },
        PostgresException e => e.SqlState switch
        {
            PostgresErrorCodes.DiskFull => StorageFault.Full,
            PostgresErrorCodes.ReadOnlySqlTransaction => StorageFault.ReadOnly,
            PostgresErrorCodes.IoError => StorageFault.Broken,
            _ => null,
        },
        IOException e => OfFile(e.HResult),
        _ => null,
    };

    // The system's own numbers: ENOSPC, EDQUOT and EFBIG, EROFS, EIO; and Windows' ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL, ERROR_WRITE_PROTECT.
    private static StorageFault? OfFile(int code) => code switch
    {
        28 or 122 or 27 or unchecked((int)0x80070070) or unchecked((int)0x80070027) => StorageFault.Full,
        30 or unchecked((int)0x80070013) => StorageFault.ReadOnly,
        5 => StorageFault.Broken,
        _ => null,
    };
}
