using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mabarra.CaseManager.Data.Migrations.Postgres;

/// <summary>The trigram index search looks in.</summary>
[DbContext(typeof(PostgresCaseDbContext))]
[Migration("20261123000001_SearchIndexes")]
public sealed class SearchIndexes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE EXTENSION IF NOT EXISTS pg_trgm;");
        migrationBuilder.Sql("""CREATE INDEX "IX_Beneficiaries_SearchText_Trigram" ON "Beneficiaries" USING gin ("SearchText" gin_trgm_ops);""");
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""DROP INDEX "IX_Beneficiaries_SearchText_Trigram";""");
}
