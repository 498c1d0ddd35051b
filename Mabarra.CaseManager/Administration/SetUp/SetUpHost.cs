namespace Mabarra.CaseManager.Administration.SetUp;

/// <summary>Prints the code at the start of an app that nobody has an account in.</summary>
internal sealed class SetUpHost(SetUpState state, SetUpCode code, ILogger<SetUpHost> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await state.IsDoneAsync(cancellationToken))
            log.LogWarning("Nobody has an account yet. Open /set-up and use this one-time code: {Code}", code.Text);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
