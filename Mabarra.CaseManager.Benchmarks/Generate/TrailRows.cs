using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Benchmarks.Generate;

/// <summary>Visits and lines of the audit trail, made by the database itself. The trail is for lists only: its hashes hold nothing together.</summary>
internal static class TrailRows
{
    private const string Counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)";

    public static void AddVisits(SqliteConnection connection, int people, int count)
    {
        Fill(
            connection, count,
            $"""
            {Counting}
            INSERT INTO "Visits" ("Id", "Serial", "ArrivedAt", "BeneficiaryId", "VisitorName", "Purpose", "ServedAt", "ServedByName", "EndedAt", "IsHandedOver", "Version", "CreatedAt")
            SELECT printf('0193AAAA-0000-7000-8000-%012X', i), i, datetime('2026-11-23', '-' || (($count - i) / 40) || ' days'), (SELECT "Id" FROM "Beneficiaries" WHERE "FileNo" = 1 + (i * 7919) % {people}),
                   'زائر مولّد للقياس', 'سؤال عن طلب', datetime('2026-11-23', '-' || (($count - i) / 40) || ' days'), 'موظفة القياس',
                   CASE WHEN i > $count - 12 THEN NULL ELSE datetime('2026-11-23', '-' || (($count - i) / 40) || ' days') END, 0,
                   printf('0193AAAA-0000-7000-8000-%012X', i), datetime('2026-11-23', '-' || (($count - i) / 40) || ' days') FROM n;
            """);
        Generator.Serial(connection, "visit", count);
    }

    public static void AddTrail(SqliteConnection connection, int count) => Fill(
        connection, count,
        $"""
        {Counting}
        INSERT INTO "AuditEntries" ("Sequence", "At", "ActorId", "ActorName", "Action", "RecordType", "RecordId", "RecordLabel", "ClauseKey", "PreviousHash", "Hash")
        SELECT (SELECT max("Sequence") FROM "AuditEntries") + i, datetime('2026-11-23', '-' || (($count - i) / 500) || ' days'), printf('0190BBBB-0000-7000-8000-%012X', i % 40), 'موظفة القياس',
               'intake.item.receive', 'ServiceRequest', printf('0193BBBB-0000-7000-8000-%012X', i / 8), printf('REQ-2026-%05d', i / 8), 'ت-3', zeroblob(32), randomblob(32) FROM n;
        """);

    private static void Fill(SqliteConnection connection, int count, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.Parameters.AddWithValue("$count", count);
        command.ExecuteNonQuery();
    }
}
