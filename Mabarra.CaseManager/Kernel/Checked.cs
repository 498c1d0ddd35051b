namespace Mabarra.CaseManager.Kernel;

/// <summary>Why a value was refused: the text key and what the text names.</summary>
public sealed record Refusal(string Code, params IReadOnlyList<object> Args);

/// <summary>What a check gives back: the value in the one form we store, or the reason it was refused. Exceptions are for services (<see cref="FieldChecks"/>).</summary>
public readonly record struct Checked<T>
    where T : notnull
{
    private readonly T? _value;

    private Checked(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>Null when the value is good.</summary>
    public Refusal? Refusal { get; }

    public bool IsOk => Refusal is null && _value is not null;

    /// <exception cref="InvalidOperationException">The value was refused.</exception>
    public T Value => IsOk ? _value! : throw new InvalidOperationException($"Refused: {Refusal?.Code}");

    /// <summary>The value, or the type's default when it was refused.</summary>
    public T? ValueOrDefault => _value;

    public static implicit operator Checked<T>(T value) => new(value, null);

    public static implicit operator Checked<T>(Refusal refusal) => new(default, refusal);

    public override string ToString() => IsOk ? $"{_value}" : $"refused: {Refusal?.Code}";
}
