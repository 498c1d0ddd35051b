using Mabarra.CaseManager;
using Mabarra.CaseManager.Administration;
using Mabarra.CaseManager.Administration.Health;
using Mabarra.CaseManager.Committee;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake.Papers;
using Mabarra.CaseManager.PolicyLibrary.Web;
using Mabarra.CaseManager.Shell;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.Web;

var builder = WebApplication.CreateBuilder(args);
// A build that was not published finds its css and scripts in Production too.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddSingleton(ShiftedClock.For(builder.Configuration, builder.Environment));
// D7: what was accepted is ended, but a line that died in the middle of a form is not waited for.
builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(builder.Configuration.GetValue("Stop:Seconds", 20)));
builder.Services.AddModules(builder.Configuration);
builder.Services.AddShell(builder.Configuration);
builder.Services.AddRazorComponents().AddInteractiveServerComponents(CircuitLimits.Apply).AddHubOptions(CircuitLimits.Apply);

var app = builder.Build();
if (await Commands.TryRunAsync(app.Services, args, Console.Out, app.Lifetime.ApplicationStopping) is { } exitCode)
    return exitCode;
try
{
    await app.Services.GetRequiredService<DatabaseBoot>().StartAsync(FillAsync, app.Lifetime.ApplicationStopping);
}
catch (BootRefused e)
{
    app.Logger.LogCritical("Not started. {Reason}", e.Message);
    // The console's writer runs behind; disposing waits for it.
    await app.DisposeAsync();
    return BootRefused.ExitCode;
}

app.UseShell();
app.UseRouting();
app.UseSetUp();
app.UseStaff();
app.MapStaticAssets().AllowAnonymous();
app.MapHealth();
app.MapStaff();
app.MapDocuments();
app.MapContacts();
app.MapPolicyLibrary();
app.MapIntake();
app.MapCommittee();
app.MapShell();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(CircuitLimits.Apply);
await app.RunAsync();
return 0;

async Task FillAsync(CancellationToken cancel)
{
    await app.Services.GetRequiredService<ReferenceDataBoot>().EnsureAsync(cancel);
    await app.Services.GetRequiredService<DemonstrationAccounts>().EnsureAsync(cancel);
}
