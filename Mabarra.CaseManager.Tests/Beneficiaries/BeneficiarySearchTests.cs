using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

/// <summary>Finding people as they are asked for at a desk, on both databases.</summary>
public abstract class BeneficiarySearchSuite(TestDatabase database) : House(database)
{
    private static readonly string[] Names =
    [
        "أمل إبراهيم صالح الغامدي", "هدى محمد ناصر الشهري", "فاطمة حسن يحيى الزهراني", "عبدالله ماجد سالم القحطاني", "مؤمن طارق زكي حسين", "مها عبدالرحمن علي الحربي",
    ];

    protected override async Task SetUpAsync()
    {
        await AddReferenceDataAsync();
        for (var i = 0; i < Names.Length; i++)
            await The<BeneficiaryService>().RegisterAsync(By(StaffRole.FrontDesk), Guid.CreateVersion7(), Make.Person(i + 1, Names[i], i < 3 ? "Widows" : "Orphans"), Cancel);
    }

    [Theory]
    [InlineData("أمل", 1)]
    [InlineData("امل", 1)]
    [InlineData("أَمَـــل", 1)]
    [InlineData("هدي الشهري", 2)]
    [InlineData("هدى", 2)]
    [InlineData("فاطمه", 3)]
    [InlineData("فاطمة الزهراني", 3)]
    [InlineData("عبد الله", 4)]
    [InlineData("عبدالله", 4)]
    [InlineData("القحطاني عبدالله", 4)]
    [InlineData("مومن", 5)]
    [InlineData("ابراهيم ال", 1)]
    [InlineData("أمل ابراهيم صالح", 1)]
    [InlineData("امل إبراهيم صالح الغامدي", 1)]
    [InlineData("الغامدي صالح امل", 1)]
    [InlineData("هد", 2)]
    [InlineData("ف", 3)]
    [InlineData("0500000104", 4)]
    [InlineData("٠٥٠٠٠٠٠١٠٤", 4)]
    [InlineData("0104", 4)]
    [InlineData("500000104", 4)]
    [InlineData("2", 2)]
    [InlineData("٢", 2)]
    [InlineData("1099000018", 1)]
    [InlineData("١٠٩٩٠٠٠٠١٨", 1)]
    public async Task Finds(string typed, long fileNo) => Assert.Equal([fileNo], await FindAsync(typed));

    [Fact]
    public async Task B34_Operators_and_wildcards_are_only_letters()
    {
        foreach (var typed in new[] { "\"", "\"\"\"", "NEAR(", "*", "أمل*", "أمل OR هدى", "أمل NOT هدى", "%", "%%%", "_", "____", "\\", "'; DROP TABLE x; --", "{0}", "-أمل", "^أمل", "SearchText:أمل", "(", "", "   ", "\0" })
            Assert.Equal((typed, 0), (typed, (await FindAsync(typed)).Count));
    }

    [Fact]
    public async Task Nothing_is_asked_for_a_very_long_text() => Assert.Empty(await FindAsync(new string('أ', 5000)));

    [Fact]
    public async Task A_mobile_half_typed_is_not_a_file_number() => Assert.Equal([6L, 5L, 4L, 3L, 2L, 1L], await FindAsync("0001"));

    [Fact]
    public async Task A_mobile_typed_digit_by_digit_narrows_to_its_owner()
    {
        const string Whole = "0500000104";
        for (var length = 3; length <= Whole.Length; length++)
            Assert.Equal((length, true), (length, (await FindAsync(Whole[..length])).Contains(4)));
        Assert.Equal([6L, 5L, 4L, 3L, 2L, 1L], await FindAsync("050000"));
    }

    [Fact]
    public async Task Newest_first_and_no_more_than_asked_for() =>
        Assert.Equal([6L, 5L], (await The<BeneficiarySearch>().FindAsync(By(StaffRole.FrontDesk), "050000010", 2, Cancel)).Select(h => h.FileNo));

    [Fact]
    public async Task A_liaison_officer_finds_his_own_people_only()
    {
        var search = The<BeneficiarySearch>();
        foreach (var typed in new[] { "أمل", "أ", "1", "1099000018", "0500000101" })
            Assert.Equal((typed, 0), (typed, (await search.FindAsync(ByLiaison("Orphans"), typed, 10, Cancel)).Count));
        Assert.Equal([4L], (await search.FindAsync(ByLiaison("Orphans"), "عبد الله", 10, Cancel)).Select(h => h.FileNo));
        Assert.Empty(await search.FindAsync(ByLiaison(), "عبد الله", 10, Cancel));
    }

    [Theory]
    [InlineData("الله")]
    [InlineData("ح")]
    [InlineData("ماجد ال")]
    [InlineData("05000001")]
    [InlineData("ف")]
    public async Task Own_people_are_the_same_whether_read_one_by_one_or_walked(string typed)
    {
        foreach (var categories in new string[][] { ["Orphans"], ["Widows", "Orphans"], [] })
        {
            var one = await ReadAsync(db => FoundAsync(db, typed, categories, fewPeople: true));
            Assert.Equal(await ReadAsync(db => FoundAsync(db, typed, categories, fewPeople: false)), one);
        }
    }

    private static Task<List<long>> FoundAsync(CaseDbContext db, string typed, string[] categories, bool fewPeople)
    {
        var query = BeneficiarySearchSql.For(db, SearchKey.Of(typed), categories, 10, fewPeople);
        return db.Database.SqlQueryRaw<long>(query.Sql, query.Arguments).ToListAsync(Cancel);
    }

    private async Task<IReadOnlyList<long>> FindAsync(string typed) =>
        [.. (await The<BeneficiarySearch>().FindAsync(By(StaffRole.FrontDesk), typed, 10, Cancel)).Select(h => h.FileNo)];
}

public sealed class BeneficiarySearchTests() : BeneficiarySearchSuite(TestDatabase.Sqlite());
