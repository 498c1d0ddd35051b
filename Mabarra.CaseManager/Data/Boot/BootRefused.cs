namespace Mabarra.CaseManager.Data.Boot;

/// <summary>The app may not start on this machine or this database. The message says why and what to do; it is all the operator gets to see.</summary>
public sealed class BootRefused(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the process ends with (<c>EX_CONFIG</c>), so that a supervisor can tell it from a crash.</summary>
    public const int ExitCode = 78;
}
