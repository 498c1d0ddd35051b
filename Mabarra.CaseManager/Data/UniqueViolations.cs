using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mabarra.CaseManager.Data;

/// <summary>Telling a broken unique index from other failures, the same on both databases.</summary>
public static class UniqueViolations
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    public static bool IsUniqueViolation(this DbUpdateException exception) => exception.InnerException switch
    {
        SqliteException e => e.SqliteExtendedErrorCode is SqliteConstraintUnique or SqliteConstraintPrimaryKey,
        PostgresException e => string.Equals(e.SqlState, PostgresErrorCodes.UniqueViolation, StringComparison.Ordinal),
        _ => false,
    };
}
