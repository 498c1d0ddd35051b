using Microsoft.EntityFrameworkCore.Design;

namespace Mabarra.CaseManager.Data;

/// <summary>For <c>dotnet ef</c> only.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteCaseDbContext>
{
    public SqliteCaseDbContext CreateDbContext(string[] args) =>
        new(CaseDbContextFactory.SqliteOptions("design.db"), new WriteGate(), TimeProvider.System);
}

/// <summary>For <c>dotnet ef</c> only.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresCaseDbContext>
{
    public PostgresCaseDbContext CreateDbContext(string[] args) =>
        new(CaseDbContextFactory.PostgresOptions("Host=127.0.0.1;Database=design"), new WriteGate(), TimeProvider.System);
}
