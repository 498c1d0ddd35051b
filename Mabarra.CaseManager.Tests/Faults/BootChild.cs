using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Faults;

/// <summary>This test assembly in the part of an app that starts on a database and kills itself before the n-th thing it asks of it. Entered from <see cref="EntryPoint"/>.</summary>
internal static class BootChild
{
    /// <summary>Holds n; a start that gets past it prints <c>asked &lt;count&gt;</c>.</summary>
    public const string Variable = "MABARRA_TEST_BOOT_KILL_AT";

    public static bool IsWanted => Environment.GetEnvironmentVariable(Variable) is not null;

    public static async Task<int> RunAsync()
    {
        var counter = new KillingCounter(int.Parse(Environment.GetEnvironmentVariable(Variable)!, CultureInfo.InvariantCulture));
        await using var services = AppServices.Build(WriterChild.Settings(), s => s.AddSingleton<IContextOptions>(counter));
        counter.Begin();
        await services.GetRequiredService<DatabaseBoot>().StartAsync(services.GetRequiredService<ReferenceDataBoot>().EnsureAsync, CancellationToken.None);
        WriterChild.Say($"asked {counter.Asked}");
        return 0;
    }
}
