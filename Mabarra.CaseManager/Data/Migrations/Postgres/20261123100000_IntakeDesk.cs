using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mabarra.CaseManager.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class IntakeDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AnsweredAt",
                table: "Visits",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnsweredByName",
                table: "Visits",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CalledAt",
                table: "Visits",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CalledById",
                table: "Visits",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CalledByName",
                table: "Visits",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DayOrder",
                table: "Visits",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Desk",
                table: "Visits",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HandedToId",
                table: "Visits",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandedToName",
                table: "Visits",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeftReason",
                table: "Visits",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "Visits",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Waiting");

            migrationBuilder.AddColumn<Guid>(
                name: "SupervisorId",
                table: "Visits",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SupervisorName",
                table: "Visits",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VisitorKey",
                table: "Visits",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "VolunteerName",
                table: "Visits",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WaitedSeconds",
                table: "Visits",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EligibleList",
                table: "ServiceTypes",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CompletedByName",
                table: "ServiceRequests",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Declaration_IsReadAloud",
                table: "ServiceRequests",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Declaration_Words",
                table: "ServiceRequests",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Ending_At",
                table: "ServiceRequests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ending_ByName",
                table: "ServiceRequests",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ending_Note",
                table: "ServiceRequests",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Ending_On",
                table: "ServiceRequests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ending_ReasonAr",
                table: "ServiceRequests",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ending_ReasonCode",
                table: "ServiceRequests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ending_ReasonEn",
                table: "ServiceRequests",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ending_WishChannel",
                table: "ServiceRequests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Ending_WishOn",
                table: "ServiceRequests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "IncompleteSinceOn",
                table: "ServiceRequests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastRemindedOn",
                table: "ServiceRequests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NextReminderOn",
                table: "ServiceRequests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OverrideReason",
                table: "ServiceRequests",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RevokedCount",
                table: "ServiceRequests",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SourceNumber",
                table: "ServiceRequests",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SourceRequestId",
                table: "ServiceRequests",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Carry",
                table: "Requirements",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Never");

            migrationBuilder.AddColumn<string>(
                name: "CategoryCodes",
                table: "Requirements",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FromVersion",
                table: "Requirements",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<bool>(
                name: "HasExpiry",
                table: "Requirements",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Hint",
                table: "Requirements",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ThroughVersion",
                table: "Requirements",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BackCheckNo",
                table: "RequestItems",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CarriedFromId",
                table: "RequestItems",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CarriedFromNumber",
                table: "RequestItems",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Carry",
                table: "RequestItems",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Never");

            migrationBuilder.AddColumn<int>(
                name: "DaysLate",
                table: "RequestItems",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExpiresOn",
                table: "RequestItems",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasExpiry",
                table: "RequestItems",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Hint",
                table: "RequestItems",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason_Code",
                table: "RequestItems",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason_NameAr",
                table: "RequestItems",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason_NameEn",
                table: "RequestItems",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason_Note",
                table: "RequestItems",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RecordedById",
                table: "RequestItems",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecordedByName",
                table: "RequestItems",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RejectedOn",
                table: "RequestItems",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsActive",
                table: "FieldsOfWork",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Address_UnitNo",
                table: "Beneficiaries",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "IdSightedAt",
                table: "Beneficiaries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "IdSightedById",
                table: "Beneficiaries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IdSightedByName",
                table: "Beneficiaries",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsLiterate",
                table: "Beneficiaries",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MaritalStatus",
                table: "Beneficiaries",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "Beneficiaries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mobile2",
                table: "Beneficiaries",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mobile2Kinship",
                table: "Beneficiaries",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PreferredChannel",
                table: "Beneficiaries",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "Beneficiaries",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Active");

            migrationBuilder.AddColumn<DateOnly>(
                name: "StatusOn",
                table: "Beneficiaries",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusReason",
                table: "Beneficiaries",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AssociationLogos",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Png = table.Column<byte[]>(type: "bytea", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssociationLogos", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BankAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "uuid", nullable: false),
                    IbanSealed = table.Column<byte[]>(type: "bytea", maxLength: 100, nullable: false),
                    IbanLookup = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    IbanTail = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    BankCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    OwnerKinship = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ProofRef = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankAccounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BankAccounts_Beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "Beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CompletenessRevocations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PromisedDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CompletedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    RevokedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RevokedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Reason_Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason_NameAr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason_NameEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason_Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompletenessRevocations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CompletenessRevocations_ServiceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsentRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TextVersion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    GivenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TakenByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PhotoId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsentRecords_Beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "Beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Debts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Creditor = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Monthly = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IsEnforced = table.Column<bool>(type: "boolean", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Debts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Debts_Beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "Beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeficiencyReminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    SinceOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AfterDays = table.Column<int>(type: "integer", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MarkedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MadeByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeficiencyReminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeficiencyReminders_ServiceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DueNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    KnownDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    NewDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Cause = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    OpenOrder = table.Column<long>(type: "bigint", nullable: true),
                    ToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ToldByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    ToldBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DueNotices_ServiceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FileMerges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    MergedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MergedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    MovedSealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UndoneByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileMerges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HouseholdMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Kinship = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IdKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    IdSealed = table.Column<byte[]>(type: "bytea", maxLength: 100, nullable: true),
                    IdLookup = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    IdTail = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    BirthOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BirthEnteredAs = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Gender = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Education = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Job = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    HealthSealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    LivesWith = table.Column<bool>(type: "boolean", nullable: false),
                    MonthlyIncome = table.Column<long>(type: "bigint", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseholdMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HouseholdMembers_Beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "Beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Housings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Tenure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Rooms = table.Column<long>(type: "bigint", nullable: true),
                    AnnualRent = table.Column<long>(type: "bigint", nullable: true),
                    ContractNo = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    PaidUntilOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Condition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ElectricityNo = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    WaterNo = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Housings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Housings_Beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "Beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncomeSources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MonthlyAmount = table.Column<long>(type: "bigint", nullable: false),
                    ProofRef = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncomeSources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncomeSources_Beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "Beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ListEntries",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    List = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    NameAr = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    NameEn = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListEntries", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Representatives",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    IdKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IdSealed = table.Column<byte[]>(type: "bytea", maxLength: 100, nullable: false),
                    IdLookup = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    IdTail = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    BirthOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Mobile = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Kinship = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ProofNo = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ProofIssuer = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ValidUntilOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MaySign = table.Column<bool>(type: "boolean", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Representatives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Representatives_Beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "Beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SensitivityFlags",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "uuid", nullable: false),
                    KindSealed = table.Column<byte[]>(type: "bytea", maxLength: 100, nullable: false),
                    NoteSealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    RaisedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SensitivityFlags", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SensitivityFlags_Beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "Beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TextVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Body = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    PublishedBy = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextVersions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_DayOrder",
                table: "Visits",
                column: "DayOrder",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visits_IsHandedOver_AnsweredAt_Serial",
                table: "Visits",
                columns: new[] { "IsHandedOver", "AnsweredAt", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_ServedById_Serial",
                table: "Visits",
                columns: new[] { "ServedById", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_Status_Serial",
                table: "Visits",
                columns: new[] { "Status", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_VisitorKey_Serial",
                table: "Visits",
                columns: new[] { "VisitorKey", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequests_NextReminderOn",
                table: "ServiceRequests",
                column: "NextReminderOn");

            migrationBuilder.CreateIndex(
                name: "IX_RequestItems_BackCheckNo",
                table: "RequestItems",
                column: "BackCheckNo");

            migrationBuilder.CreateIndex(
                name: "IX_Beneficiaries_BirthOn_NameKey",
                table: "Beneficiaries",
                columns: new[] { "BirthOn", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Beneficiaries_DataReviewedOn",
                table: "Beneficiaries",
                column: "DataReviewedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Beneficiaries_Mobile",
                table: "Beneficiaries",
                column: "Mobile");

            migrationBuilder.CreateIndex(
                name: "IX_BankAccounts_BeneficiaryId",
                table: "BankAccounts",
                column: "BeneficiaryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankAccounts_IbanLookup",
                table: "BankAccounts",
                column: "IbanLookup");

            migrationBuilder.CreateIndex(
                name: "IX_CompletenessRevocations_RequestId_No",
                table: "CompletenessRevocations",
                columns: new[] { "RequestId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRecords_BeneficiaryId",
                table: "ConsentRecords",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_Debts_BeneficiaryId",
                table: "Debts",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_DeficiencyReminders_RequestId_SinceOn_AfterDays",
                table: "DeficiencyReminders",
                columns: new[] { "RequestId", "SinceOn", "AfterDays" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DueNotices_OpenOrder",
                table: "DueNotices",
                column: "OpenOrder");

            migrationBuilder.CreateIndex(
                name: "IX_DueNotices_RequestId",
                table: "DueNotices",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_FileMerges_KeptId",
                table: "FileMerges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_FileMerges_MergedId",
                table: "FileMerges",
                column: "MergedId");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMembers_BeneficiaryId",
                table: "HouseholdMembers",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMembers_IdLookup",
                table: "HouseholdMembers",
                column: "IdLookup");

            migrationBuilder.CreateIndex(
                name: "IX_Housings_BeneficiaryId",
                table: "Housings",
                column: "BeneficiaryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncomeSources_BeneficiaryId",
                table: "IncomeSources",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_ListEntries_List_Order",
                table: "ListEntries",
                columns: new[] { "List", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Representatives_BeneficiaryId",
                table: "Representatives",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_Representatives_IdLookup",
                table: "Representatives",
                column: "IdLookup");

            migrationBuilder.CreateIndex(
                name: "IX_SensitivityFlags_BeneficiaryId",
                table: "SensitivityFlags",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_TextVersions_Key_No",
                table: "TextVersions",
                columns: new[] { "Key", "No" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssociationLogos");

            migrationBuilder.DropTable(
                name: "BankAccounts");

            migrationBuilder.DropTable(
                name: "CompletenessRevocations");

            migrationBuilder.DropTable(
                name: "ConsentRecords");

            migrationBuilder.DropTable(
                name: "Debts");

            migrationBuilder.DropTable(
                name: "DeficiencyReminders");

            migrationBuilder.DropTable(
                name: "DueNotices");

            migrationBuilder.DropTable(
                name: "FileMerges");

            migrationBuilder.DropTable(
                name: "HouseholdMembers");

            migrationBuilder.DropTable(
                name: "Housings");

            migrationBuilder.DropTable(
                name: "IncomeSources");

            migrationBuilder.DropTable(
                name: "ListEntries");

            migrationBuilder.DropTable(
                name: "Representatives");

            migrationBuilder.DropTable(
                name: "SensitivityFlags");

            migrationBuilder.DropTable(
                name: "TextVersions");

            migrationBuilder.DropIndex(
                name: "IX_Visits_DayOrder",
                table: "Visits");

            migrationBuilder.DropIndex(
                name: "IX_Visits_IsHandedOver_AnsweredAt_Serial",
                table: "Visits");

            migrationBuilder.DropIndex(
                name: "IX_Visits_ServedById_Serial",
                table: "Visits");

            migrationBuilder.DropIndex(
                name: "IX_Visits_Status_Serial",
                table: "Visits");

            migrationBuilder.DropIndex(
                name: "IX_Visits_VisitorKey_Serial",
                table: "Visits");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRequests_NextReminderOn",
                table: "ServiceRequests");

            migrationBuilder.DropIndex(
                name: "IX_RequestItems_BackCheckNo",
                table: "RequestItems");

            migrationBuilder.DropIndex(
                name: "IX_Beneficiaries_BirthOn_NameKey",
                table: "Beneficiaries");

            migrationBuilder.DropIndex(
                name: "IX_Beneficiaries_DataReviewedOn",
                table: "Beneficiaries");

            migrationBuilder.DropIndex(
                name: "IX_Beneficiaries_Mobile",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "AnsweredByName",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "CalledAt",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "CalledById",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "CalledByName",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "DayOrder",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "Desk",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "HandedToId",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "HandedToName",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "LeftReason",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "SupervisorId",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "SupervisorName",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "VisitorKey",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "VolunteerName",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "WaitedSeconds",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "EligibleList",
                table: "ServiceTypes");

            migrationBuilder.DropColumn(
                name: "CompletedByName",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Declaration_IsReadAloud",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Declaration_Words",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Ending_At",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Ending_ByName",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Ending_Note",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Ending_On",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Ending_ReasonAr",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Ending_ReasonCode",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Ending_ReasonEn",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Ending_WishChannel",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Ending_WishOn",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "IncompleteSinceOn",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "LastRemindedOn",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "NextReminderOn",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "OverrideReason",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "RevokedCount",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "SourceNumber",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "SourceRequestId",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Carry",
                table: "Requirements");

            migrationBuilder.DropColumn(
                name: "CategoryCodes",
                table: "Requirements");

            migrationBuilder.DropColumn(
                name: "FromVersion",
                table: "Requirements");

            migrationBuilder.DropColumn(
                name: "HasExpiry",
                table: "Requirements");

            migrationBuilder.DropColumn(
                name: "Hint",
                table: "Requirements");

            migrationBuilder.DropColumn(
                name: "ThroughVersion",
                table: "Requirements");

            migrationBuilder.DropColumn(
                name: "BackCheckNo",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "CarriedFromId",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "CarriedFromNumber",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "Carry",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "DaysLate",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "ExpiresOn",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "HasExpiry",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "Hint",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "Reason_Code",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "Reason_NameAr",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "Reason_NameEn",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "Reason_Note",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "RecordedById",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "RecordedByName",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "RejectedOn",
                table: "RequestItems");

            migrationBuilder.DropColumn(
                name: "IsActive",
                table: "FieldsOfWork");

            migrationBuilder.DropColumn(
                name: "Address_UnitNo",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "IdSightedAt",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "IdSightedById",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "IdSightedByName",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "IsLiterate",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "MaritalStatus",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "Mobile2",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "Mobile2Kinship",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "PreferredChannel",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "StatusOn",
                table: "Beneficiaries");

            migrationBuilder.DropColumn(
                name: "StatusReason",
                table: "Beneficiaries");
        }
    }
}
