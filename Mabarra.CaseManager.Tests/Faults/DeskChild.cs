using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Faults;

/// <summary>
/// This test assembly in the part of a server at whose desks whole requests are completed, one after another, until it is killed. It prints
/// <c>done &lt;id&gt;</c> only after <see cref="RequestService.CompleteAsync"/> returned. Entered from <see cref="EntryPoint"/>.
/// </summary>
internal sealed class DeskChild(IServiceProvider services, KillingCounter counter, int life, Guid service)
{
    /// <summary>Holds the number of this life: people of two lives must not share identity numbers.</summary>
    public const string LifeVariable = "MABARRA_TEST_DESK";

    /// <summary>
    /// With this, there is one desk, and the process kills itself before the n-th database command after it is ready;
    /// of a negative number, before the n-th after it began to confirm completeness.
    /// </summary>
    public const string KillAtVariable = "MABARRA_TEST_DESK_KILL_AT";

    private const int Desks = 3;
    private const int PeoplePerLife = 500;
    private int person;
    private bool killsInCompletion;

    public static bool IsWanted => Environment.GetEnvironmentVariable(LifeVariable) is not null;

    public static async Task<int> RunAsync()
    {
        var life = int.Parse(Environment.GetEnvironmentVariable(LifeVariable)!, CultureInfo.InvariantCulture);
        var killAt = int.TryParse(Environment.GetEnvironmentVariable(KillAtVariable), out var at) ? at : 0;
        var counter = new KillingCounter(killAt == KillingCounter.AfterCommit ? killAt : Math.Abs(killAt));
        await using var services = AppServices.Build(WriterChild.Settings(), s => s.AddSingleton<IContextOptions>(counter));
        await services.GetRequiredService<DatabaseBoot>().StartAsync(services.GetRequiredService<ReferenceDataBoot>().EnsureAsync, CancellationToken.None);
        var service = (await services.GetRequiredService<ServiceTypeQueries>().ActiveAsync(CancellationToken.None)).Single(s => s.Code == "Food").Id;
        var child = new DeskChild(services, counter, life, service);
        // The first one warms everything up; kills shall fall among acts, not before the first.
        await child.CompleteOneAsync();
        WriterChild.Say("ready");
        if (killAt > 0)
            counter.Begin();
        child.killsInCompletion = killAt < 0;
        await Task.WhenAll(Enumerable.Range(0, killAt != 0 ? 1 : Desks).Select(_ => Task.Run(child.CompleteForEverAsync)));
        return 0;
    }

    private async Task CompleteForEverAsync()
    {
        while (true)
            await CompleteOneAsync();
    }

    /// <summary>A walk-in visitor: registered, request opened, sheet handed over, papers received, declaration signed, channel agreed, completeness confirmed (ت-٢ … ت-٦).</summary>
    private async Task CompleteOneAsync()
    {
        var number = (life * PeoplePerLife) + Interlocked.Increment(ref person);
        var form = Make.Beneficiary() with { IdNumber = Make.NationalIdOf(number) };
        var beneficiary = await services.GetRequiredService<BeneficiaryService>().RegisterAsync(Now(), Guid.NewGuid(), form);
        var requests = services.GetRequiredService<RequestService>();
        var id = await requests.OpenAsync(
            Now(), Guid.NewGuid(), new NewRequest { BeneficiaryId = beneficiary, ServiceTypeId = service, Description = "سلة غذائية لأسرة من خمسة أفراد" });
        await requests.HandOverSheetAsync(Now(), id, (await ReadAsync(id)).Version);
        foreach (var item in (await ReadAsync(id)).Items.Where(i => !i.IsDeclaration))
            await ReceiveAsync(id, item);
        await services.GetRequiredService<DeclarationService>().SignAsync(
            Now(), id, (await ReadAsync(id)).Version, new DeclarationForm { Method = SignatureMethod.Pad, Drawing = Make.Signature() });
        await requests.AgreeAsync(
            Now(), id, (await ReadAsync(id)).Version, new AgreementForm { Channel = Channel.Phone, Contact = "0500000101", IsExplained = true });
        var version = (await ReadAsync(id)).Version;
        if (killsInCompletion)
            counter.Begin();
        await requests.CompleteAsync(Now(), id, version);
        WriterChild.Say($"done {id:N}");
    }

    private async Task ReceiveAsync(Guid request, RequestItem item) => await services.GetRequiredService<RequestItemService>().ReceiveAsync(
        Now(), request, (await ReadAsync(request)).Version, item.Id,
        new ItemForm { ReceivedOn = Now().On, RefNo = "1098000001", IssuedOn = item.MaxAgeDays is null ? null : Now().On });

    private async Task<ServiceRequest> ReadAsync(Guid id)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync();
        var requests = db.ServiceRequests;
        return await requests.AsNoTracking().Include(r => r.Items).SingleAsync(r => r.Id == id);
    }

    private static Act Now() => new(
        new Actor(new Guid("0190aaaa-0000-7000-8000-000000000001"), "موظفة تجريبية", AuthorizationMatrix.ReachesOf(new HashSet<StaffRole> { StaffRole.FrontDesk })),
        TimeProvider.System.Now);
}
