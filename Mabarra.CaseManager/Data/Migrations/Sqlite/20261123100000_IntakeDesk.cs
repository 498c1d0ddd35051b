using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mabarra.CaseManager.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class IntakeDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Beneficiaries_Mobile",
                table: "Beneficiaries",
                column: "Mobile");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Beneficiaries_Mobile",
                table: "Beneficiaries");
        }
    }
}
