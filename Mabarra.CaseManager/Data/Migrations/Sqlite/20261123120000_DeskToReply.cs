using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mabarra.CaseManager.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeskToReply : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BodyEn",
                table: "TextVersions",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TakenFrom",
                table: "TextVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why",
                table: "TextVersions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Declaration_SignerKind",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Declaration_SignerName",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Declaration_SignerProofNo",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "VoidedAt",
                table: "IssuedDocuments",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "BodyEn",
                table: "TextVersions");

            migrationBuilder.DropColumn(
                name: "TakenFrom",
                table: "TextVersions");

            migrationBuilder.DropColumn(
                name: "Why",
                table: "TextVersions");

            migrationBuilder.DropColumn(
                name: "Declaration_SignerKind",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Declaration_SignerName",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Declaration_SignerProofNo",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "VoidedAt",
                table: "IssuedDocuments");
        }
    }
}
