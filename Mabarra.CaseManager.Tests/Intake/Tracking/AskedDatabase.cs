using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mabarra.CaseManager.Tests.Intake.Tracking;

/// <summary>Writes down what the code under it asks of the database; other tests beside it are not heard.</summary>
internal sealed class AskedDatabase : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<AskedDatabase?> Listening = new();
    private readonly List<IDisposable> subscriptions = [];
    private readonly List<string> asked = [];

    public AskedDatabase()
    {
        Listening.Value = this;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyList<string> Asked => asked;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (ReferenceEquals(Listening.Value, this) && value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data)
            asked.Add(data.Command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        Listening.Value = null;
        subscriptions.ForEach(s => s.Dispose());
    }
}
