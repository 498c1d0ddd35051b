using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mabarra.CaseManager.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeskToReply : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Declaration_SignerKind",
                table: "ServiceRequests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Declaration_SignerName",
                table: "ServiceRequests",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Declaration_SignerProofNo",
                table: "ServiceRequests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Declaration_SignerKind",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Declaration_SignerName",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Declaration_SignerProofNo",
                table: "ServiceRequests");
        }
    }
}
