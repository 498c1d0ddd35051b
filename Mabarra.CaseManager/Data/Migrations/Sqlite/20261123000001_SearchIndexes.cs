using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mabarra.CaseManager.Data.Migrations.Sqlite;

/// <summary>The trigram table search looks in, kept in step with the registry by triggers.</summary>
[DbContext(typeof(SqliteCaseDbContext))]
[Migration("20261123000001_SearchIndexes")]
public sealed class SearchIndexes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // The file number is the row id: an implicit one may be renumbered by VACUUM.
        migrationBuilder.Sql(
            """
            CREATE VIRTUAL TABLE "BeneficiarySearch" USING fts5("SearchText", content='', contentless_delete=1, detail='full', tokenize='trigram');
            """);
        migrationBuilder.Sql(
            """
            CREATE TRIGGER "BeneficiarySearchInsert" AFTER INSERT ON "Beneficiaries" BEGIN
                INSERT INTO "BeneficiarySearch"(rowid, "SearchText") VALUES (new."FileNo", new."SearchText");
            END;
            """);
        migrationBuilder.Sql(
            """
            CREATE TRIGGER "BeneficiarySearchUpdate" AFTER UPDATE OF "SearchText" ON "Beneficiaries" WHEN old."SearchText" <> new."SearchText" BEGIN
                DELETE FROM "BeneficiarySearch" WHERE rowid = old."FileNo";
                INSERT INTO "BeneficiarySearch"(rowid, "SearchText") VALUES (new."FileNo", new."SearchText");
            END;
            """);
        migrationBuilder.Sql(
            """
            CREATE TRIGGER "BeneficiarySearchDelete" AFTER DELETE ON "Beneficiaries" BEGIN
                DELETE FROM "BeneficiarySearch" WHERE rowid = old."FileNo";
            END;
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""DROP TRIGGER "BeneficiarySearchDelete"; DROP TRIGGER "BeneficiarySearchUpdate"; DROP TRIGGER "BeneficiarySearchInsert";""");
        migrationBuilder.Sql("""DROP TABLE "BeneficiarySearch";""");
    }
}
