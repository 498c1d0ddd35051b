using CsCheck;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>Small generators for property tests.</summary>
internal static class Any
{
    /// <summary>One of these characters.</summary>
    public static Gen<char> Of(string characters) => Gen.Int[0, characters.Length - 1].Select(i => characters[i]);
}
