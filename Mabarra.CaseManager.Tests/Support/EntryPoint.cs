using Mabarra.CaseManager.Tests.Faults;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>Starts the test runner, as the generated entry point would; or, in a child process of a test, what that test kills.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args)
    {
        if (WriterChild.IsWanted)
            return WriterChild.RunAsync();
        if (DeskChild.IsWanted)
            return DeskChild.RunAsync();
        if (BootChild.IsWanted)
            return BootChild.RunAsync();
        return args.Contains("-automated", StringComparer.Ordinal) || args.Contains("@@", StringComparer.Ordinal)
            ? ConsoleRunner.Run(args)
            : TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
    }
}
