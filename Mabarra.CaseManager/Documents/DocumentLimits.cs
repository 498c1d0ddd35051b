namespace Mabarra.CaseManager.Documents;

/// <summary>How much the app takes in.</summary>
public static class DocumentLimits
{
    public const int MegaByte = 1024 * 1024;

    public const int LargestFile = 20 * MegaByte;

    /// <summary>Files one record may hold, the removed ones not counted.</summary>
    public const int FilesPerOwner = 40;

    public const int LargestSignature = 300 * 1024;

    /// <summary>Pixels of a picture. A 109 KB PNG can claim 900 million, which would be 3.6 GB once decoded (B50).</summary>
    public const long LargestPicture = 40_000_000;

    /// <summary>Characters of a file's name as it is shown.</summary>
    public const int LongestName = 150;

    /// <summary>Plain bytes of one sealed block. A block and its sealed form stay under the 85,000 bytes from which .NET puts arrays on the large object heap, which is collected rarely.</summary>
    public const int BlockSize = 64 * 1024;
}
