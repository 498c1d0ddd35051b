using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Demo;

/// <summary>
/// The real services on a clock of their own, so that rules, numbers and the trail of nine months hold as if they had been lived.
/// The write gate and the keys are the app's: only one writes at a time.
/// </summary>
internal sealed class DemoDesk : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly IReadOnlyDictionary<string, StaffUser> staff;
    private Dictionary<string, Guid> serviceIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> charged = new(StringComparer.Ordinal);
    private int keys;

    private DemoDesk(IServiceProvider app, IReadOnlyDictionary<string, StaffUser> staff)
    {
        this.staff = staff;
        var configuration = app.GetRequiredService<IConfiguration>();
        services = new ServiceCollection().AddSingleton(app.GetRequiredService<ILoggerFactory>()).AddLogging()
            .AddSingleton(configuration).AddSingleton<TimeProvider>(Clock).AddModules(configuration)
            // As instances: the app's own are not disposed of with these services.
            .AddSingleton(app.GetRequiredService<WriteGate>())
            .AddSingleton(app.GetRequiredService<DatabaseUse>())
            .AddSingleton(app.GetRequiredService<CaseKeys>())
            .BuildServiceProvider();
    }

    public DemoClock Clock { get; } = new();

    /// <returns>Null where the demonstration's accounts are not: then it is not a demonstration.</returns>
    public static async Task<DemoDesk?> OpenAsync(IServiceProvider app, CancellationToken cancel)
    {
        await using var db = await app.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(cancel);
        var accounts = await db.Users.AsNoTracking().Where(u => u.IsDemonstration && u.IsActive).ToDictionaryAsync(u => u.UserName!, StringComparer.Ordinal, cancel);
        if (!Array.TrueForAll(DemoStaff.Needed, accounts.ContainsKey))
            return null;
        return new DemoDesk(app, accounts) { serviceIds = await db.ServiceTypes.ToDictionaryAsync(s => s.Code, s => s.Id, StringComparer.Ordinal, cancel) };
    }

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Act By(string userName, string? why = null)
    {
        Clock.Tick();
        return new Act(StaffDirectory.ActorOf(staff[userName]) with { ConfirmedAt = Clock.Now, OwnCategories = charged.GetValueOrDefault(userName, []) }, Clock.Now, why);
    }

    /// <summary>Whether the officer is charged with a category (خ-١); somebody may have changed that.</summary>
    public bool IsCharged(string userName, string category) => charged.GetValueOrDefault(userName, []).Contains(category);

    /// <summary>Charges the officers with their categories (خ-١), unless somebody has done so already.</summary>
    public async Task ChargeAsync(CancellationToken cancel)
    {
        if ((await The<MatrixReader>().ReadAsync(cancel)).All(Clock.Today).All(c => c.Charge is null))
            await DemoMatrix.ChargeAsync(this, cancel);
        // أ-٦: the volunteers of the demonstration have signed.
        if ((await The<VolunteerQueries>().NamesAsync(By(DemoStaff.Manager), cancel)).Count == 0)
            await The<VolunteerService>().SaveAsync(By(DemoStaff.Manager), DemoVisitSteps.Volunteer, cancel);
        var matrix = await The<MatrixReader>().ReadAsync(cancel);
        foreach (var userName in DemoStaff.Needed)
            charged[userName] = [.. matrix.CategoriesOf(StaffId(userName), Clock.Today)];
    }

    public Guid StaffId(string userName) => staff[userName].Id;

    public Guid ServiceId(string code) => serviceIds[code];

    /// <summary>The next key of the series: the plan's order is always the same, and so are they.</summary>
    public Guid NextKey() => DemoKeys.Of(++keys);

    public async Task<CaseDbContext> ReadAsync(CancellationToken cancel) => await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(cancel);

    public async Task<ServiceRequest> RequestAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await ReadAsync(cancel);
        var requests = db.ServiceRequests;
        return await requests.AsNoTracking().Include(r => r.Items.OrderBy(i => i.Order)).SingleAsync(r => r.Id == id, cancel);
    }

    public async Task<Guid> VersionAsync<T>(Guid id, CancellationToken cancel)
        where T : CaseEntity
    {
        await using var db = await ReadAsync(cancel);
        return await db.Set<T>().Where(e => e.Id == id).Select(e => e.Version).SingleAsync(cancel);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>The demonstration accounts who act in it.</summary>
internal static class DemoStaff
{
    public const string Clerk = "reception";
    public const string Second = "desk.liaison";
    public const string Officer = "liaison";
    public const string Manager = "manager";
    public const string Hr = "hr";

    public static readonly string[] Needed = [Clerk, Second, Officer, Manager, Hr];
}
