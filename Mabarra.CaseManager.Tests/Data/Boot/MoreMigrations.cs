using System.Reflection;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;

namespace Mabarra.CaseManager.Tests.Data.Boot;

/// <summary>A build of the app that is one or two migrations ahead of the real one.</summary>
internal sealed class MoreMigrations<TAssembly> : IContextOptions
    where TAssembly : class, IMigrationsAssembly
{
    public void Apply(DbContextOptionsBuilder builder) => builder
        .ReplaceService<IMigrationsAssembly, TAssembly>()
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
}

#pragma warning disable EF1001 // EF's own class is the only way to add migrations to those of the assembly; it is pinned by version.
/// <summary>The real migrations and one that works.</summary>
internal sealed class OneAhead(ICurrentDbContext current, IDbContextOptions options, IMigrationsIdGenerator ids, IDiagnosticsLogger<DbLoggerCategory.Migrations> log)
    : AheadMigrations(current, options, ids, log, typeof(AddNotes));

/// <summary>The real migrations, one that works, and then one that fails.</summary>
internal sealed class OneAheadAndBroken(ICurrentDbContext current, IDbContextOptions options, IMigrationsIdGenerator ids, IDiagnosticsLogger<DbLoggerCategory.Migrations> log)
    : AheadMigrations(current, options, ids, log, typeof(AddNotes), typeof(Breaks));

internal abstract class AheadMigrations(
    ICurrentDbContext current, IDbContextOptions options, IMigrationsIdGenerator ids, IDiagnosticsLogger<DbLoggerCategory.Migrations> log, params Type[] more)
    : MigrationsAssembly(current, options, ids, log)
{
    public override IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = new SortedList<string, TypeInfo>(
        new MigrationsAssembly(current, options, ids, log).Migrations
            .Concat(more.Select(m => KeyValuePair.Create(m.GetCustomAttribute<MigrationAttribute>()!.Id, m.GetTypeInfo())))
            .ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
#pragma warning restore EF1001

[Migration("29990101000000_AddNotes")]
internal sealed class AddNotes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""CREATE TABLE "TestNotes" ("Id" integer PRIMARY KEY); INSERT INTO "TestNotes" VALUES (1);""");
}

[Migration("29990102000000_Breaks")]
internal sealed class Breaks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""INSERT INTO "TestNotes" VALUES (2); INSERT INTO "TestNotes" VALUES (1);""");
}
