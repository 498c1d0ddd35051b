using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

/// <summary>Guardians and agents, on both databases.</summary>
public abstract class RepresentativeSuite(TestDatabase database) : RegistryHouse(database)
{
    private static readonly RepresentativeForm Agent = new()
    {
        Kind = RepresentativeKind.Agent,
        Name = "سعد فهد العمري",
        IdNumber = Make.CitizenId(30),
        Mobile = "0500000130",
        Kinship = Kinship.Sibling,
        ProofNo = "4410022",
        ProofIssuer = "كتابة العدل بالمدينة المنورة",
        ValidUntilOn = new DateOnly(2027, 1, 31),
    };

    private RepresentativeService Service => The<RepresentativeService>();

    [Fact]
    public async Task An_agent_acts_until_the_last_day_of_his_paper()
    {
        var id = await AddAsync(Agent);
        Assert.Equal([id], (await WhoAsync()).Signers.Select(p => p.Id));
        Clock.SetUtcNow(new DateTimeOffset(2027, 1, 31, 20, 0, 0, TimeSpan.Zero)); // 23:00 in Riyadh
        Assert.Single((await WhoAsync()).Others);
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty((await WhoAsync()).Others);
        Assert.Single(await OfAsync());
    }

    [Fact]
    public async Task A_paper_that_ran_out_is_told_on_the_file_until_the_agent_is_ended()
    {
        var id = await AddAsync(Agent);
        async Task<IReadOnlyList<string>> ExpiredAsync() => (await The<BeneficiaryQueries>().OpenAsync(Clerk, File, Cancel))!.ExpiredPapers;
        Assert.Empty(await ExpiredAsync());
        Clock.SetUtcNow(new DateTimeOffset(2027, 2, 1, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal([Agent.Name!], await ExpiredAsync());
        await Service.EndAsync(Clerk, id, (await OfAsync())[0].Version, Cancel);
        Assert.Empty(await ExpiredAsync());
    }

    /// <summary>B28, from the other side: it is the ward's date that is changed.</summary>
    [Fact]
    public async Task B28_A_file_is_not_made_older_than_its_guardian()
    {
        var file = (await The<BeneficiaryQueries>().EditAsync(Clerk, File, Cancel))!;
        var born = file.Form.BirthOn!.Value.AddDays(-10);
        var guardian = await AddAsync(Agent with { Kind = RepresentativeKind.Guardian, BirthOn = born });
        var service = The<BeneficiaryService>();
        await Refused.WithAsync("registry.file.guardianyounger", nameof(BeneficiaryForm.BirthOn), () => service.ChangeAsync(Clerk, File, file.Version, file.Form with { BirthOn = born }, Cancel));
        await service.ChangeAsync(Clerk, File, file.Version, file.Form with { BirthOn = born.AddDays(1) }, Cancel);
        await Service.EndAsync(Clerk, guardian, (await OfAsync())[0].Version, Cancel);
        await service.ChangeAsync(Clerk, File, await VersionAsync(), file.Form with { BirthOn = born.AddDays(-1) }, Cancel);
        Assert.Equal(born.AddDays(-1), (await ReadFileAsync()).BirthOn);
    }

    [Fact]
    public async Task Who_has_ended_or_may_not_sign_signs_nothing()
    {
        var first = await AddAsync(Agent);
        await AddAsync(Agent with { IdNumber = Make.CitizenId(31), MaySign = false });
        await Service.EndAsync(Clerk, first, (await OfAsync())[0].Version, Cancel);

        var who = await WhoAsync();

        Assert.Equal((1, 0), (who.Others.Count, who.Signers.Count()));
        var ended = (await OfAsync())[^1];
        Assert.Equal((first, Clock.Today), (ended.Id, ended.EndedOn));
        await Refused.WithAsync("registry.representative.ended", null, () => Service.EndAsync(Clerk, first, ended.Version, Cancel));
    }

    [Fact]
    public async Task A_minor_does_not_sign_for_herself()
    {
        Assert.True((await WhoAsync()).HerselfMaySign);
        var minor = await The<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), Make.Person(3) with { BirthOn = Clock.Today.AddYears(-18).AddDays(1) }, Cancel);
        Assert.False((await The<RepresentativeQueries>().WhoMayActAsync(Clerk, minor, Cancel)).HerselfMaySign);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await The<RepresentativeQueries>().WhoMayActAsync(Clerk, minor, Cancel)).HerselfMaySign);
    }

    [Fact]
    public async Task B28_A_guardian_is_older_than_the_ward()
    {
        var guardian = Agent with { Kind = RepresentativeKind.Guardian };
        await Refused.WithAsync("registry.representative.birth", nameof(Agent.BirthOn), () => AddAsync(guardian));
        await Refused.WithAsync("kernel.birth.guardian", nameof(Agent.BirthOn), () => AddAsync(guardian with { BirthOn = new DateOnly(1985, 4, 5) }));
        await Refused.WithAsync("kernel.birth.future", nameof(Agent.BirthOn), () => AddAsync(guardian with { BirthOn = Clock.Today.AddDays(1) }));
        await Refused.WithAsync("kernel.birth.tooold", nameof(Agent.BirthOn), () => AddAsync(guardian with { BirthOn = new DateOnly(1899, 1, 1) }));
        await AddAsync(guardian with { BirthOn = new DateOnly(1985, 4, 4) });
        await AddAsync(Agent with { IdNumber = Make.CitizenId(31), BirthOn = new DateOnly(2001, 1, 1) });
    }

    [Fact]
    public async Task An_expired_paper_is_refused_when_it_is_new_and_she_is_not_her_own_agent()
    {
        await Refused.WithAsync("registry.representative.expired", nameof(Agent.ValidUntilOn), () => AddAsync(Agent with { ValidUntilOn = Clock.Today.AddDays(-1) }));
        await Refused.WithAsync("registry.representative.self", nameof(Agent.IdNumber), () => AddAsync(Agent with { IdNumber = Make.CitizenId(1) }));
        var violation = await Assert.ThrowsAsync<RuleViolation>(() => AddAsync(new RepresentativeForm()));
        Assert.Equal(["IdNumber", "Kind", "Kinship", "Mobile", "Name", "ProofIssuer", "ProofNo"], violation.Breaches.Select(b => b.Field!).Order(StringComparer.Ordinal));
        Assert.Empty(await OfAsync());
    }

    [Fact]
    public async Task His_number_lies_sealed_and_a_change_without_one_keeps_it()
    {
        var id = await AddAsync(Agent);
        var row = Assert.Single(await OfAsync());
        await Service.ChangeAsync(Clerk, id, row.Version, row.ToForm() with { ValidUntilOn = null }, Cancel);
        Assert.Equal(Make.CitizenId(30), await The<RepresentativeQueries>().RevealIdAsync(Clerk, id, Cancel));
        Assert.Equal(["RepresentativeIdNumber"], await LooksAsync());
        var trail = await TrailAsync();
        Assert.DoesNotContain("سعد", trail, StringComparison.Ordinal);
        Assert.DoesNotContain(Make.CitizenId(30)[^4..], trail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(RepresentativeForm.ProofNo))]
    [InlineData(nameof(RepresentativeForm.ProofIssuer))]
    public async Task Bad_text_is_kept_clean_or_refused_beside_its_field(string field)
    {
        foreach (var row in BadInput.For(BadField.Line))
        {
            var form = field == nameof(RepresentativeForm.ProofNo) ? Agent with { ProofNo = row.Input } : Agent with { ProofIssuer = row.Input };
            try
            {
                await AddAsync(form);
            }
            catch (RuleViolation violation)
            {
                Assert.All(violation.Breaches, b => Assert.Equal((row.Name, field), (row.Name, b.Field)));
                continue;
            }

            var kept = (await OfAsync())[^1];
            Assert.Equal((row.Name, row.Value ?? row.Input), (row.Name, field == nameof(RepresentativeForm.ProofNo) ? kept.ProofNo : kept.ProofIssuer));
        }
    }

    [Fact]
    public async Task A2_Others_may_neither_change_nor_look()
    {
        foreach (var act in new[] { By(StaffRole.CommitteeMember), By(StaffRole.SystemAdmin), ByLiaison("Orphans") })
        {
            await Assert.ThrowsAsync<AccessDenied>(() => Service.AddAsync(act, Guid.CreateVersion7(), File, Agent, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => The<RepresentativeQueries>().OfAsync(act, File, Cancel));
            await Assert.ThrowsAsync<AccessDenied>(() => The<RepresentativeQueries>().WhoMayActAsync(act, File, Cancel));
        }
    }

    private Task<Guid> AddAsync(RepresentativeForm form) => Service.AddAsync(Clerk, Guid.CreateVersion7(), File, form, Cancel);

    private Task<IReadOnlyList<RepresentativeRow>> OfAsync() => The<RepresentativeQueries>().OfAsync(Clerk, File, Cancel);

    private Task<WhoMayAct> WhoAsync() => The<RepresentativeQueries>().WhoMayActAsync(Clerk, File, Cancel);
}

public sealed class RepresentativeTests() : RepresentativeSuite(TestDatabase.Sqlite());
