using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mabarra.CaseManager.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReplyToSignature : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LateReason_Code",
                table: "ServiceRequests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LateReason_NameAr",
                table: "ServiceRequests",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LateReason_NameEn",
                table: "ServiceRequests",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LateReason_Note",
                table: "ServiceRequests",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Reply_At",
                table: "ServiceRequests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reply_ByName",
                table: "ServiceRequests",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reply_Channel",
                table: "ServiceRequests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reply_DaysLate",
                table: "ServiceRequests",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Reply_IsOnTime",
                table: "ServiceRequests",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Reply_On",
                table: "ServiceRequests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reply_Proof",
                table: "ServiceRequests",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "FollowsId",
                table: "Notices",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LiaisonCell",
                table: "Notices",
                type: "character varying(81)",
                maxLength: 81,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsToBeSealed",
                table: "IssuedDocuments",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "SupplementedAt",
                table: "IssuedDocuments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HeadMemberId",
                table: "Departments",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Announcements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Serial = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: true),
                    ItemNo = table.Column<int>(type: "integer", nullable: true),
                    TextAr = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    TextEn = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    IsAwareness = table.Column<bool>(type: "boolean", nullable: false),
                    ByEmail = table.Column<bool>(type: "boolean", nullable: false),
                    ByMessage = table.Column<bool>(type: "boolean", nullable: false),
                    ByLetter = table.Column<bool>(type: "boolean", nullable: false),
                    Categories = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LastFileNo = table.Column<long>(type: "bigint", nullable: false),
                    Audience = table.Column<int>(type: "integer", nullable: false),
                    Told = table.Column<int>(type: "integer", nullable: false),
                    Unreached = table.Column<int>(type: "integer", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PublishedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Announcements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AwarenessActivities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Place = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Note = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwarenessActivities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ContactChannels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    OwnContact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    LastVerifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    VerifiedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactChannels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DepartmentCopies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReceivedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    SignatureId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsOnPaper = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepartmentCopies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DepartmentCopies_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DepartmentCopies_PolicyVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "PolicyVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InformationItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Serial = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    TitleAr = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    TitleEn = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    TextAr = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    TextEn = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InformationItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InformationVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    TitleAr = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    TextAr = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    TextEn = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InformationVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Interactions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Serial = table.Column<long>(type: "bigint", nullable: false),
                    Order = table.Column<long>(type: "bigint", nullable: false),
                    RegisterNo = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HappenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PersonKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    About = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OutcomeNote = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    PaperOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaperNo = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    VolunteerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SupervisorId = table.Column<Guid>(type: "uuid", nullable: true),
                    SupervisorName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    SourceType = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    SourceLabel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    IsAutomatic = table.Column<bool>(type: "boolean", nullable: false),
                    FollowsId = table.Column<Guid>(type: "uuid", nullable: true),
                    AgainOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interactions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IssuedSeals",
                columns: table => new
                {
                    IssuedId = table.Column<Guid>(type: "uuid", nullable: false),
                    SealedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CertificatePrint = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Subject = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    BodyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Length = table.Column<long>(type: "bigint", nullable: true),
                    Sha256 = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IssuedSeals", x => x.IssuedId);
                    table.ForeignKey(
                        name: "FK_IssuedSeals_DocumentBodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "DocumentBodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IssuedSeals_IssuedDocuments_IssuedId",
                        column: x => x.IssuedId,
                        principalTable: "IssuedDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IssuedSigners",
                columns: table => new
                {
                    IssuedId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    RoleAr = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    RoleEn = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IssuedSigners", x => new { x.IssuedId, x.Place });
                    table.ForeignKey(
                        name: "FK_IssuedSigners_IssuedDocuments_IssuedId",
                        column: x => x.IssuedId,
                        principalTable: "IssuedDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Minutes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SittingId = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Body = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CirculatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FixedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SignByOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ContentHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PaperId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Minutes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Minutes_Sittings_SittingId",
                        column: x => x.SittingId,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PolicyQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PolicyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Clause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    AnswerList = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PolicyQuestions_Policies_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Policies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SetAsides",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    SetOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ToId = table.Column<Guid>(type: "uuid", nullable: true),
                    ToName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    ReplacedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetAsides", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StaffMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FullName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    SearchKey = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    JobTitle = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    IdTail = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    IdKey = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    Mobile = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    JoinedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    CannotRead = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StaffMembers_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrackingCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VoidedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    VoidedProof = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrackingCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrackingCodes_ServiceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MinutesSignatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MinutesId = table.Column<Guid>(type: "uuid", nullable: false),
                    EmployeeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Position = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reservation = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Items = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    Witnesses = table.Column<string>(type: "character varying(340)", maxLength: 340, nullable: true),
                    RecordedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinutesSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinutesSignatures_Minutes_MinutesId",
                        column: x => x.MinutesId,
                        principalTable: "Minutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Acknowledgements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequiredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UnderstoodAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UnderstoodBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Score = table.Column<int>(type: "integer", nullable: true),
                    Asked = table.Column<int>(type: "integer", nullable: true),
                    FailedTries = table.Column<int>(type: "integer", nullable: false),
                    AttestedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SignedBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    SignatureId = table.Column<Guid>(type: "uuid", nullable: true),
                    SignedNo = table.Column<int>(type: "integer", nullable: true),
                    SignedHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    WitnessName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Remark = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    RecordedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    ExemptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReplacedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reminders = table.Column<int>(type: "integer", nullable: false),
                    HeadToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SeniorToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acknowledgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Acknowledgements_PolicyVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "PolicyVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Acknowledgements_StaffMembers_MemberId",
                        column: x => x.MemberId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AwarenessAttendance",
                columns: table => new
                {
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwarenessAttendance", x => new { x.ActivityId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_AwarenessAttendance_AwarenessActivities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "AwarenessActivities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AwarenessAttendance_StaffMembers_MemberId",
                        column: x => x.MemberId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PolicyExemptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PolicyId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    SpecialPolicyRef = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    AskedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ApprovedByName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyExemptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PolicyExemptions_Policies_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Policies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PolicyExemptions_StaffMembers_MemberId",
                        column: x => x.MemberId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Status_LiaisonCell_Serial",
                table: "Notices",
                columns: new[] { "Status", "LiaisonCell", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Acknowledgements_MemberId",
                table: "Acknowledgements",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Acknowledgements_VersionId_MemberId",
                table: "Acknowledgements",
                columns: new[] { "VersionId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_ItemId",
                table: "Announcements",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_Serial",
                table: "Announcements",
                column: "Serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_Status_Serial",
                table: "Announcements",
                columns: new[] { "Status", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_AwarenessActivities_HeldOn",
                table: "AwarenessActivities",
                column: "HeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_AwarenessAttendance_MemberId",
                table: "AwarenessAttendance",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactChannels_Channel",
                table: "ContactChannels",
                column: "Channel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentCopies_DepartmentId",
                table: "DepartmentCopies",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentCopies_VersionId_DepartmentId",
                table: "DepartmentCopies",
                columns: new[] { "VersionId", "DepartmentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InformationItems_Serial",
                table: "InformationItems",
                column: "Serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InformationVersions_ItemId_No",
                table: "InformationVersions",
                columns: new[] { "ItemId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_AgainOn",
                table: "Interactions",
                column: "AgainOn");

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_BeneficiaryId_Order",
                table: "Interactions",
                columns: new[] { "BeneficiaryId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_Channel_Order",
                table: "Interactions",
                columns: new[] { "Channel", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_Order",
                table: "Interactions",
                column: "Order",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_PersonKey",
                table: "Interactions",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_RegisterNo",
                table: "Interactions",
                column: "RegisterNo",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_Serial",
                table: "Interactions",
                column: "Serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_SourceId",
                table: "Interactions",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_SourceLabel",
                table: "Interactions",
                column: "SourceLabel");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedSeals_BodyId",
                table: "IssuedSeals",
                column: "BodyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IssuedSeals_Sha256",
                table: "IssuedSeals",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_Minutes_SittingId_No",
                table: "Minutes",
                columns: new[] { "SittingId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MinutesSignatures_MinutesId_EmployeeId",
                table: "MinutesSignatures",
                columns: new[] { "MinutesId", "EmployeeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PolicyExemptions_MemberId",
                table: "PolicyExemptions",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyExemptions_PolicyId",
                table: "PolicyExemptions",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyQuestions_PolicyId",
                table: "PolicyQuestions",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_SetAsides_OwnerId_UntilOn",
                table: "SetAsides",
                columns: new[] { "OwnerId", "UntilOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SetAsides_RecordId",
                table: "SetAsides",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_SetAsides_SetOn",
                table: "SetAsides",
                column: "SetOn");

            migrationBuilder.CreateIndex(
                name: "IX_StaffMembers_AccountId",
                table: "StaffMembers",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StaffMembers_DepartmentId",
                table: "StaffMembers",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffMembers_IdKey",
                table: "StaffMembers",
                column: "IdKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StaffMembers_IsActive_FullName",
                table: "StaffMembers",
                columns: new[] { "IsActive", "FullName" });

            migrationBuilder.CreateIndex(
                name: "IX_TrackingCodes_CodeHash",
                table: "TrackingCodes",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrackingCodes_RequestId",
                table: "TrackingCodes",
                column: "RequestId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Acknowledgements");

            migrationBuilder.DropTable(
                name: "Announcements");

            migrationBuilder.DropTable(
                name: "AwarenessAttendance");

            migrationBuilder.DropTable(
                name: "ContactChannels");

            migrationBuilder.DropTable(
                name: "DepartmentCopies");

            migrationBuilder.DropTable(
                name: "InformationItems");

            migrationBuilder.DropTable(
                name: "InformationVersions");

            migrationBuilder.DropTable(
                name: "Interactions");

            migrationBuilder.DropTable(
                name: "IssuedSeals");

            migrationBuilder.DropTable(
                name: "IssuedSigners");

            migrationBuilder.DropTable(
                name: "MinutesSignatures");

            migrationBuilder.DropTable(
                name: "PolicyExemptions");

            migrationBuilder.DropTable(
                name: "PolicyQuestions");

            migrationBuilder.DropTable(
                name: "SetAsides");

            migrationBuilder.DropTable(
                name: "TrackingCodes");

            migrationBuilder.DropTable(
                name: "AwarenessActivities");

            migrationBuilder.DropTable(
                name: "Minutes");

            migrationBuilder.DropTable(
                name: "StaffMembers");

            migrationBuilder.DropIndex(
                name: "IX_Notices_Status_LiaisonCell_Serial",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "LateReason_Code",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "LateReason_NameAr",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "LateReason_NameEn",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "LateReason_Note",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Reply_At",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Reply_ByName",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Reply_Channel",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Reply_DaysLate",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Reply_IsOnTime",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Reply_On",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Reply_Proof",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "FollowsId",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "LiaisonCell",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "IsToBeSealed",
                table: "IssuedDocuments");

            migrationBuilder.DropColumn(
                name: "SupplementedAt",
                table: "IssuedDocuments");

            migrationBuilder.DropColumn(
                name: "HeadMemberId",
                table: "Departments");
        }
    }
}
