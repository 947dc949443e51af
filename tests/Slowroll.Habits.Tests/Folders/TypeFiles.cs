using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Slowroll.Habits.Tests.Folders;

/// <summary>In which folder of <c>src</c> an assembly's types and methods are written, by its symbol file.</summary>
/// <param name="types">The assembly.</param>
/// <param name="symbols">Its symbol file.</param>
internal sealed class TypeFiles(MetadataReader types, MetadataReader symbols)
{
    // What the compiler stores for a type of whose methods none has an instruction: an interface, an enum.
    private static readonly Guid TypeDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly Dictionary<TypeDefinitionHandle, string?> _folders = [];

    /// <summary>The folder of a type's first file; of a nested type that of the type around it. None for what a
    /// generator wrote.</summary>
    public string? FolderOf(TypeDefinitionHandle type)
    {
        if (!_folders.TryGetValue(type, out var folder))
            _folders[type] = folder = Find(type);
        return folder;
    }

    /// <summary>The folder of a method: the parts of a type may be in more than one.</summary>
    public string? FolderOf(MethodDefinitionHandle method) =>
        DocumentOf(method) ?? FolderOf(types.GetMethodDefinition(method).GetDeclaringType());

    private string? Find(TypeDefinitionHandle handle)
    {
        var type = types.GetTypeDefinition(handle);
        if (!type.GetDeclaringType().IsNil)
            return FolderOf(type.GetDeclaringType());

        return type.GetMethods().Select(DocumentOf).FirstOrDefault(folder => folder is not null)
            ?? Documents(handle).Select(FolderOf).FirstOrDefault(folder => folder is not null);
    }

    private string? DocumentOf(MethodDefinitionHandle method)
    {
        var information = symbols.GetMethodDebugInformation(method.ToDebugInformationHandle());
        var document = information.Document.IsNil
            ? information.GetSequencePoints().Select(point => point.Document).FirstOrDefault(found => !found.IsNil)
            : information.Document;
        return document.IsNil ? null : FolderOf(document);
    }

    private IEnumerable<DocumentHandle> Documents(TypeDefinitionHandle type)
    {
        foreach (var handle in symbols.GetCustomDebugInformation(type))
        {
            var information = symbols.GetCustomDebugInformation(handle);
            if (symbols.GetGuid(information.Kind) != TypeDocuments)
                continue;

            var blob = symbols.GetBlobReader(information.Value);
            while (blob.RemainingBytes > 0)
                yield return MetadataTokens.DocumentHandle(blob.ReadCompressedInteger());
        }
    }

    private string? FolderOf(DocumentHandle handle)
    {
        var path = symbols.GetString(symbols.GetDocument(handle).Name).Replace('\\', '/');
        var start = path.LastIndexOf("/src/Slowroll", StringComparison.Ordinal);
        return start < 0 || path.Contains("/obj/", StringComparison.Ordinal)
            ? null
            : path[(start + 5)..path.LastIndexOf('/')];
    }
}
