using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Staff;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Benchmarks;

/// <summary>The app without its web server, on one folder: every module as the app itself composes it.</summary>
internal sealed class AppOn : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private AppOn(string folder)
    {
        Folder = folder;
        var settings = SettingsOf(folder);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(configuration)
            .AddModules(configuration).BuildServiceProvider();
    }

    public string Folder { get; }

    /// <summary>A folder whose rows were carried to PostgreSQL says where they are.</summary>
    private const string Elsewhere = "postgres";

    public static Dictionary<string, string?> SettingsOf(string folder)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Folder"] = folder,
            ["Keys:Folder"] = Path.Combine(folder, "keys"),
        };
        if (File.Exists(Path.Combine(folder, Elsewhere)))
            (settings["Database:Provider"], settings["Database:ConnectionString"]) = (nameof(DatabaseProvider.Postgres), File.ReadAllText(Path.Combine(folder, Elsewhere)));
        return settings;
    }

    /// <summary>A folder with the same keys, whose rows stand in PostgreSQL.</summary>
    public static void Move(string folder, string postgresFolder, string connectionString)
    {
        Directory.CreateDirectory(Path.Combine(postgresFolder, "keys"));
        foreach (var key in Directory.EnumerateFiles(Path.Combine(folder, "keys")))
            File.Copy(key, Path.Combine(postgresFolder, "keys", Path.GetFileName(key)), overwrite: true);
        File.WriteAllText(Path.Combine(postgresFolder, Elsewhere), connectionString);
    }

    public static async Task<AppOn> BootAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var app = new AppOn(Path.GetFullPath(folder));
        await app.The<DatabaseBoot>().StartAsync(app.The<ReferenceDataBoot>().EnsureAsync, CancellationToken.None);
        return app;
    }

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    public static Act By(StaffRole role, params IEnumerable<string> categories) => new(
        new Actor(new Guid("0190bbbb-0000-7000-8000-000000000001"), "مقياس", AuthorizationMatrix.ReachesOf(new HashSet<StaffRole> { role }))
        {
            OwnCategories = categories.ToHashSet(StringComparer.Ordinal),
        },
        TimeProvider.System.Now);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
