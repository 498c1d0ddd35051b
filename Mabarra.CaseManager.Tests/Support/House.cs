using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.Staff;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>The whole app without its web server, on a fresh database: what a service test stands in.</summary>
public abstract class House(TestDatabase database) : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"mabarra-{Guid.NewGuid():N}");
    private ServiceProvider? services;
    private bool isUsed;

    /// <summary>Monday 23 November 2026, 11:00 in Riyadh, until a test moves it.</summary>
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    protected string Folder => folder;

    /// <summary>What the app was started with.</summary>
    protected IConfiguration Configuration { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Keys:Folder"] = Path.Combine(folder, "keys") };
        foreach (var (key, value) in await database.CreateAsync(folder))
            settings[key] = value;
        var configuration = Configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        MakeKeys(settings["Keys:Folder"]!);
        var collection = new ServiceCollection();
        collection.AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton<IConfiguration>(configuration).AddModules(configuration);
        AddTo(collection);
        services = collection.BuildServiceProvider(validateScopes: true);
        await SetUpAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await TearDownAsync();
        if (services is not null)
        {
            await services.DisposeAsync();
            SqliteConnection.ClearAllPools();
            await database.DropAsync();
        }

        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What a suite stands in the place of: a module above the one it tests.</summary>
    protected virtual void AddTo(IServiceCollection collection)
    {
    }

    /// <summary>What a suite needs before each of its tests.</summary>
    protected virtual Task SetUpAsync() => Task.CompletedTask;

    /// <summary>What a suite must stop before its services go.</summary>
    protected virtual Task TearDownAsync() => Task.CompletedTask;

    protected T The<T>()
        where T : notnull => Used.GetRequiredService<T>();

    protected AsyncServiceScope Scope() => Used.CreateAsyncScope();

    private ServiceProvider Used
    {
        get
        {
            isUsed = true;
            return services!;
        }
    }

    /// <summary>An act now, by somebody with these roles.</summary>
    protected Act By(params StaffRole[] roles) => By(Somebody, roles);

    protected Act By(Guid who, params StaffRole[] roles) =>
        new(new Actor(who, "موظفة تجريبية", AuthorizationMatrix.ReachesOf(roles.ToHashSet())) { Refusals = The<IRefusals>(), ConfirmedAt = Clock.Now }, Clock.Now);

    /// <summary>A liaison officer charged with these categories, and nobody else's.</summary>
    protected Act ByLiaison(params string[] categories)
    {
        var act = By(StaffRole.LiaisonOfficer);
        return act with { Actor = act.Actor with { OwnCategories = categories.ToHashSet(StringComparer.Ordinal) } };
    }

    /// <summary>The rows a working app starts with: categories, services, holidays.</summary>
    protected Task AddReferenceDataAsync() => isUsed ? EnsureAsync() : database.FillAsync(EnsureAsync);

    private Task EnsureAsync() => The<ReferenceDataBoot>().EnsureAsync(Cancel);

    protected async Task<T> ReadAsync<T>(Func<CaseDbContext, Task<T>> read)
    {
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        return await read(db);
    }

    /// <summary>The usual clerk of a test.</summary>
    protected static Guid Somebody { get; } = new("0190aaaa-0000-7000-8000-000000000001");

    /// <summary>The template database is there before its keys are; the app itself would refuse that.</summary>
    internal static void MakeKeys(string folder) => CaseKeys.Open(Microsoft.Extensions.Options.Options.Create(new KeyOptions { Folder = folder }), mayCreate: true);
}
